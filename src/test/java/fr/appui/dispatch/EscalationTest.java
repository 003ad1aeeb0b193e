package fr.appui.dispatch;

import static fr.appui.dispatch.FakeRota.LANDLINE_A;
import static fr.appui.dispatch.FakeRota.MOBILE_A;
import static fr.appui.dispatch.FakeRota.MOBILE_B;
import static fr.appui.dispatch.FakeRota.MOBILE_N;
import static fr.appui.dispatch.FakeRota.NEXT_DOOR;
import static fr.appui.dispatch.FakeRota.REGIONAL;
import static fr.appui.trace.AttemptResult.BUSY;
import static fr.appui.trace.AttemptResult.BUSY_ELSEWHERE;
import static fr.appui.trace.AttemptResult.CUT_OFF;
import static fr.appui.trace.AttemptResult.NO_ANSWER;
import static fr.appui.trace.AttemptResult.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Relief;
import fr.appui.directory.UsableHours;
import fr.appui.directory.WhenInCall;
import fr.appui.dispatch.Command.AskNumber;
import fr.appui.dispatch.Command.HangUp;
import fr.appui.dispatch.Command.Hold;
import fr.appui.dispatch.Command.PutThrough;
import fr.appui.dispatch.Command.Ring;
import fr.appui.trace.CallEvent.LadderOpened;
import fr.appui.trace.CallEvent.ReliefCalled;
import fr.appui.trace.Destination;
import fr.appui.trace.Ending;
import fr.appui.trace.Origin;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How far a call goes to find somebody: each setting alone, then who comes after whom. */
class EscalationTest {

    private static final Relief.Terms AT_NIGHT =
            new Relief.Terms(Optional.of(UsableHours.everyDay(LocalTime.of(20, 0), LocalTime.of(8, 0))), true);
    private static final Relief.Terms IN_THE_MORNING =
            new Relief.Terms(Optional.of(UsableHours.everyDay(LocalTime.of(8, 0), LocalTime.of(12, 0))), true);
    private static final Relief.Terms ALWAYS_OPEN = new Relief.Terms(Optional.empty(), true);

    private final FakeRota rota = FakeRota.withTwoPhysicians();

    @Test
    void what_a_samu_sent_never_goes_back_to_it_nor_to_a_number_to_call_back() {
        for (Origin origin : List.of(Origin.SAMU, Origin.SAS)) {
            whoIsSentBackToNobody(origin, rota);
        }
    }

    /** As where its number is the fallback besides. */
    @Test
    void nor_where_the_samu_is_another_line_of_the_territory_too() {
        for (Origin origin : List.of(Origin.SAMU, Origin.SAS)) {
            whoIsSentBackToNobody(origin, rota.withFallback(FakeRota.SAMU));
        }
    }

    private static void whoIsSentBackToNobody(Origin origin, FakeRota rota) {
        var call =
                Conversation.tonight(rota.withEscalation(FakeRota.Wanted::samu)).arrivesFrom(origin);
        while (call.command() instanceof Ring) {
            call.rang(NO_ANSWER);
        }
        assertThat(call.trace()).contains("nobody").noneMatch(key -> key.startsWith("put-through"));
        assertThat(call.command()).isInstanceOf(HangUp.class);
    }

    @Test
    void the_second_rung_rings_beside_the_first_after_a_while() {
        var call = Conversation.tonight(rota.withEscalation(wanted -> wanted.secondRungAfter(8)))
                .arrives()
                .keys('2');
        Ring ring = (Ring) call.command();
        assertThat(ring.number()).isEqualTo(MOBILE_A);
        assertThat(ring.beside()).hasValueSatisfying(beside -> {
            assertThat(beside.number()).isEqualTo(MOBILE_B);
            assertThat(beside.attempt()).isEqualTo(2);
            assertThat(beside.after()).isEqualTo(Duration.ofSeconds(8));
        });
        call.rangBoth(NO_ANSWER, BUSY);
        assertRings(call, LANDLINE_A, 3);
        assertThat(call.trace())
                .contains("attempt-started:1", "attempt-started:2", "attempt-ended:1", "attempt-ended:2");
        call.rang(NO_ANSWER);
        assertThat(call.command()).isInstanceOf(AskNumber.class);
    }

    @Test
    void who_passes_while_two_ring_is_left_alone_whichever_of_the_two() {
        var first = Conversation.tonight(rota.withEscalation(wanted -> wanted.secondRungAfter(8)))
                .arrives()
                .keys('2')
                .rangBoth(PASSED, NO_ANSWER);
        assertThat(first.command()).isInstanceOf(AskNumber.class);
    }

    /** Their ring ended as the other pressed 1, maybe before it had begun. */
    @Test
    void where_one_of_two_is_cut_off_the_other_is_rung_again_whichever_of_the_two() {
        FakeRota together = rota.withEscalation(wanted -> wanted.secondRungAfter(8));
        var second = Conversation.tonight(together).arrives().keys('2').rangBoth(CUT_OFF, NO_ANSWER);
        assertRings(second, MOBILE_B, 3);
        assertRings(second.rang(NO_ANSWER), LANDLINE_A, 4);
        var first = Conversation.tonight(together).arrives().keys('2').rangBoth(NO_ANSWER, CUT_OFF);
        assertRings(first, MOBILE_A, 3);
        assertThat(first.said()).as("what was heard goes on").isEmpty();
        assertRings(first.rang(NO_ANSWER), LANDLINE_A, 4);
    }

    @Test
    void but_not_who_had_passed_or_was_in_another_call() {
        FakeRota together = rota.withEscalation(wanted -> wanted.secondRungAfter(8));
        assertRings(Conversation.tonight(together).arrives().keys('2').rangBoth(CUT_OFF, PASSED), LANDLINE_A, 3);
        assertRings(
                Conversation.tonight(together).arrives().keys('2').rangBoth(CUT_OFF, BUSY_ELSEWHERE), LANDLINE_A, 3);
        assertThat(Conversation.tonight(together)
                        .arrives()
                        .keys('2')
                        .rangBoth(PASSED, CUT_OFF)
                        .command())
                .isInstanceOf(AskNumber.class);
    }

    @Test
    void the_first_rung_is_rung_again_before_the_line_gives_up() {
        var call = Conversation.tonight(rota.withEscalation(FakeRota.Wanted::redialsFirst))
                .arrives()
                .keys('2')
                .rang(NO_ANSWER)
                .rang(NO_ANSWER)
                .rang(NO_ANSWER);
        assertRings(call, MOBILE_A, 4);
        assertRings(call.rang(NO_ANSWER), LANDLINE_A, 5);
        assertThat(call.rang(NO_ANSWER).command()).isInstanceOf(AskNumber.class);
    }

    @Test
    void who_passed_is_not_redialled() {
        var call = Conversation.tonight(rota.withEscalation(FakeRota.Wanted::redialsFirst))
                .arrives()
                .keys('2')
                .rang(PASSED)
                .rang(NO_ANSWER);
        assertThat(call.command()).isInstanceOf(AskNumber.class);
    }

    @Test
    void a_physician_in_another_call_is_not_rung_on_the_landline_either() {
        var call = Conversation.tonight(rota).arrives().keys('2').rang(BUSY_ELSEWHERE);
        assertRings(call, MOBILE_B, 2);
        assertThat(call.said()).isEqualTo("medecin-suivant");
    }

    @Test
    void a_territory_may_rather_have_its_callers_wait_a_bounded_while() {
        var call = Conversation.tonight(rota.withEscalation(wanted -> wanted.whenInCall(WhenInCall.WAIT)))
                .arrives()
                .keys('2');
        for (int attempt = 1; attempt <= Ladder.MOST_HOLDS; attempt++) {
            call.rang(BUSY_ELSEWHERE);
            assertThat(call.command()).isInstanceOf(Hold.class);
            assertThat(call.said()).isEqualTo("tous-occupes attente-medecin");
            assertRings(call.waited(), MOBILE_A, attempt + 1);
        }
        assertRings(call.rang(BUSY_ELSEWHERE), MOBILE_B, Ladder.MOST_HOLDS + 2);
    }

    @Test
    void a_caller_who_gives_up_waiting_has_abandoned() {
        var call = Conversation.tonight(rota.withEscalation(wanted -> wanted.whenInCall(WhenInCall.WAIT)))
                .arrives()
                .keys('2')
                .rang(BUSY_ELSEWHERE)
                .callerGone();
        assertThat(call.ending()).isEqualTo(Ending.ABANDONED);
    }

    @Test
    void the_neighbours_physician_is_rung_and_told_whose_caller_it_is() {
        var call = Conversation.tonight(relieved(AT_NIGHT))
                .arrives()
                .keys('2')
                .rang(NO_ANSWER)
                .rang(NO_ANSWER)
                .rang(NO_ANSWER);
        assertRings(call, MOBILE_N, 4);
        assertThat(call.said()).isEqualTo("medecin-voisin");
        assertThat(call.whispered())
                .isEqualTo("chuchotement-intro HDF-OISE appelant-infirmier chuchotement-relais confirmer");
        assertThat(call.event(ReliefCalled.class).territory()).isEqualTo(NEXT_DOOR);
        assertThat(call.rang(NO_ANSWER).command()).isInstanceOf(AskNumber.class);
    }

    @Test
    void a_neighbour_takes_over_only_at_its_hours() {
        var call = Conversation.tonight(relieved(IN_THE_MORNING))
                .arrives()
                .keys('2')
                .rang(NO_ANSWER)
                .rang(NO_ANSWER)
                .rang(NO_ANSWER);
        assertThat(call.command()).isInstanceOf(AskNumber.class);
    }

    @Test
    void a_hole_in_the_rota_is_the_neighbours() {
        var call =
                Conversation.tonight(relieved(AT_NIGHT).withNobody()).arrives().keys('2');
        assertRings(call, MOBILE_N, 1);
        assertThat(call.event(LadderOpened.class).rungs()).isZero();
        assertThat(call.event(ReliefCalled.class).territory()).isEqualTo(NEXT_DOOR);
    }

    @Test
    void outside_the_hours_a_neighbour_may_take_the_callers() {
        var call = new Conversation(relieved(ALWAYS_OPEN), FakeRota.AFTERNOON).arrives();
        assertThat(call.said()).isEqualTo("bienvenue qui-appelle");
        assertRings(call.keys('2'), MOBILE_N, 1);
        assertThat(call.event(LadderOpened.class).reason()).contains("HDF-HAINAUT");
    }

    @Test
    void outside_the_hours_a_relief_for_the_hours_alone_does_nothing() {
        var call = new Conversation(relieved(Relief.Terms.ALWAYS), FakeRota.AFTERNOON).arrives();
        assertThat(call.said()).startsWith("ferme");
    }

    @Test
    void outside_the_hours_a_regional_line_may_take_the_callers() {
        var regional = rota.withEscalation(wanted -> wanted.reliefs(new Relief.Line(REGIONAL, ALWAYS_OPEN)));
        var call = new Conversation(regional, FakeRota.AFTERNOON).arrives();
        assertThat(call.said()).isEqualTo("ferme transfert-secours");
        assertThat(((PutThrough) call.command()).destination()).isEqualTo(Destination.RELIEF_LINE);
        assertThat(call.otherLine(true).callerGone().ending()).isEqualTo(Ending.PUT_THROUGH_TO_FALLBACK);
    }

    @Test
    void lines_are_tried_one_after_the_other_and_the_samu_last_announced() {
        var all = rota.withFallback(PhoneNumber.parse("03 20 99 99 99"))
                .withEscalation(wanted ->
                        wanted.reliefs(new Relief.Line(REGIONAL, AT_NIGHT)).samu());
        var call = Conversation.tonight(all)
                .arrives()
                .keys('2')
                .rang(NO_ANSWER)
                .rang(NO_ANSWER)
                .rang(NO_ANSWER)
                .keysNumber("0600000042");
        assertThrough(call, Destination.RELIEF_LINE);
        assertThrough(call.otherLine(false), Destination.FALLBACK_LINE);
        assertThat(call.said()).isEqualTo("transfert-secours");
        assertThrough(call.otherLine(false), Destination.SAMU);
        assertThat(call.said()).isEqualTo("transfert-samu");
        assertThat(call.otherLine(false).said()).isEqualTo("urgence-15 au-revoir");
        assertThat(call.callerGone().ending()).isEqualTo(Ending.NOT_REACHED);
    }

    @Test
    void no_number_is_put_through_to_twice() {
        var twice = rota.withFallback(FakeRota.SAMU).withEscalation(FakeRota.Wanted::samu);
        var call = Conversation.tonight(twice)
                .arrives()
                .keys('2')
                .rang(NO_ANSWER)
                .rang(NO_ANSWER)
                .rang(NO_ANSWER)
                .keysNumber("0600000042");
        assertThrough(call, Destination.SAMU);
        assertThat(call.otherLine(false).said()).isEqualTo("urgence-15 au-revoir");
    }

    @Test
    void nobody_is_rung_any_more_when_the_time_for_the_search_is_over() {
        var short_ = rota.withEscalation(wanted -> wanted.longestSearch(Duration.ofMinutes(1)));
        var call = Conversation.tonight(short_).arrives().keys('2');
        call.clockAt(FakeRota.EVENING.plusSeconds(50)).rang(NO_ANSWER);
        assertThat(((Ring) call.command()).ring()).isEqualTo(Duration.ofSeconds(10));
        call.clockAt(FakeRota.EVENING.plusSeconds(60)).rang(NO_ANSWER);
        assertThat(call.command()).isInstanceOf(AskNumber.class);
    }

    @Test
    void the_physician_hears_which_samu_transfers() {
        var call = Conversation.tonight(rota)
                .sees(new Observation.Arrived("0344112233", Origin.SAMU, Optional.empty(), Optional.of("samu-60"), 0));
        assertThat(call.whispered()).isEqualTo("chuchotement-intro HDF-OISE transfert-du-samu samu-60 confirmer");
    }

    @Test
    void a_call_that_a_samu_hands_back_goes_on_counting() {
        var call = Conversation.tonight(rota)
                .sees(new Observation.Arrived("0344112233", Origin.SAMU, Optional.empty(), Optional.empty(), 3));
        assertRings(call, MOBILE_A, 4);
    }

    private FakeRota relieved(Relief.Terms terms) {
        return rota.withNeighbour().withEscalation(wanted -> wanted.reliefs(new Relief.Neighbour(NEXT_DOOR, terms)));
    }

    private static void assertRings(Conversation call, PhoneNumber number, int attempt) {
        assertThat(call.command()).isInstanceOfSatisfying(Ring.class, ring -> {
            assertThat(ring.number()).isEqualTo(number);
            assertThat(ring.attempt()).isEqualTo(attempt);
        });
    }

    private static void assertThrough(Conversation call, Destination destination) {
        assertThat(call.command())
                .isInstanceOfSatisfying(
                        PutThrough.class,
                        through -> assertThat(through.destination()).isEqualTo(destination));
    }
}
