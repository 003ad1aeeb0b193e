package fr.appui.dispatch;

import static fr.appui.dispatch.FakeRota.LANDLINE_A;
import static fr.appui.dispatch.FakeRota.MOBILE_A;
import static fr.appui.dispatch.FakeRota.MOBILE_B;
import static fr.appui.dispatch.FakeRota.REGIONAL;
import static fr.appui.trace.AttemptResult.ACCEPTED;
import static fr.appui.trace.AttemptResult.BUSY;
import static fr.appui.trace.AttemptResult.NOT_CONFIRMED;
import static fr.appui.trace.AttemptResult.NO_ANSWER;
import static fr.appui.trace.AttemptResult.PASSED;
import static fr.appui.trace.AttemptResult.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.CallerSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.WaitingSound;
import fr.appui.directory.WhenNoKey;
import fr.appui.dispatch.Command.AskNumber;
import fr.appui.dispatch.Command.AskProfile;
import fr.appui.dispatch.Command.HangUp;
import fr.appui.dispatch.Command.PutThrough;
import fr.appui.dispatch.Command.Ring;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallEvent.FoundClosed;
import fr.appui.trace.CallEvent.LadderOpened;
import fr.appui.trace.CallEvent.ProfileChosen;
import fr.appui.trace.CallEvent.Received;
import fr.appui.trace.Destination;
import fr.appui.trace.Ending;
import fr.appui.trace.Origin;
import fr.appui.trace.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DispatchStoriesTest {

    private final FakeRota rota = FakeRota.withTwoPhysicians();

    @ParameterizedTest
    @CsvSource({"2026-03-05T19:12:04Z", "2026-03-05T14:00:00Z"})
    void a_trial_rings_the_number_it_brings_whatever_the_hour_and_nobody_else(Instant at) {
        PhoneNumber test = PhoneNumber.parse("06 99 88 77 66");
        for (FakeRota known : List.of(rota, rota.withNobody(), rota.withNeighbour(), rota.withFallback(REGIONAL))) {
            var call = new Conversation(known, at)
                    .sees(new Observation.Arrived("0344112233", Origin.TRIAL, Optional.of(test)));
            assertRings(call, test, 20);
            assertThat(call.whispered()).isEqualTo("appel-essai");
            assertThat(call.event(Received.class).origin()).isEqualTo(Origin.TRIAL);
            assertThat(call.rang(NO_ANSWER).command()).isInstanceOf(HangUp.class);
            assertThat(call.said()).isEmpty();
            assertThat(call.callerGone().ending()).isEqualTo(Ending.NOT_REACHED);
        }
        var taken = new Conversation(rota, at)
                .sees(new Observation.Arrived("0344112233", Origin.TRIAL, Optional.of(test)))
                .rang(ACCEPTED)
                .callerGone();
        assertThat(taken.ending()).isEqualTo(Ending.ANSWERED);
        var without = new Conversation(rota, at).arrivesFrom(Origin.TRIAL);
        assertThat(without.command()).as("it brings no number").isInstanceOf(HangUp.class);
    }

    @Test
    void a_nurse_rings_the_first_physician_lets_it_ring_the_second_presses_1() {
        var call = Conversation.tonight(rota).arrives();
        assertThat(call.command()).isInstanceOf(AskProfile.class);
        assertThat(call.said()).isEqualTo("bienvenue qui-appelle");

        call.keys('2');
        assertThat(call.said()).isEqualTo("rappel-perimetre veuillez-patienter");
        assertThat(call.whispered()).isEqualTo("chuchotement-intro HDF-OISE appelant-infirmier confirmer");
        assertRings(call, MOBILE_A, 20);

        call.rang(NO_ANSWER);
        assertThat(call.said()).as("what the caller was hearing goes on").isEmpty();
        assertRings(call, LANDLINE_A, 20);

        call.rang(NO_ANSWER);
        assertThat(call.said()).isEqualTo("medecin-suivant");
        assertRings(call, MOBILE_B, 25);

        call.rang(ACCEPTED).callerGone();
        assertThat(call.ending()).isEqualTo(Ending.ANSWERED);
        assertThat(call.trace())
                .containsExactly(
                        "received",
                        "profile",
                        "ladder",
                        "attempt-started:1",
                        "attempt-ended:1",
                        "attempt-started:2",
                        "attempt-ended:2",
                        "attempt-started:3",
                        "attempt-ended:3",
                        "ended");
        assertThat(call.event(LadderOpened.class).rungs()).isEqualTo(2);
    }

    @Test
    void a_physician_who_presses_2_is_left_alone_on_every_number() {
        var call = Conversation.tonight(rota).arrives().keys('1').rang(PASSED);
        assertRings(call, MOBILE_B, 25);
        assertThat(call.said()).isEqualTo("medecin-suivant");
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_CONFIRMED", "NO_ANSWER", "BUSY", "REFUSED", "UNREACHABLE"})
    void whatever_else_ends_an_attempt_the_next_number_rings_at_once(AttemptResult result) {
        var call = Conversation.tonight(rota).arrives().keys('1').rang(result);
        assertRings(call, LANDLINE_A, 20);
    }

    @ParameterizedTest
    @CsvSource({
        "1, PHYSICIAN, appelant-medecin",
        "2, NURSE, appelant-infirmier",
        "3, EMERGENCY_SERVICES, appelant-samu-sas-pdsa"
    })
    void the_physician_hears_who_is_calling(char key, Profile profile, String prompt) {
        var call = Conversation.tonight(rota).arrives().keys(key);
        assertThat(call.event(ProfileChosen.class).profile()).isEqualTo(profile);
        assertThat(call.whispered()).contains(prompt);
    }

    @Test
    void a_patient_is_told_kindly_whom_to_call() {
        var call = Conversation.tonight(rota).arrives().keys('9');
        assertThat(call.said()).isEqualTo("patients-proches");
        assertThat(call.callerGone().ending()).isEqualTo(Ending.TURNED_AWAY);
    }

    @Test
    void a_caller_without_tones_is_asked_twice_then_let_through() {
        var call = Conversation.tonight(rota).arrives().silence();
        assertThat(call.said()).isEqualTo("qui-appelle");
        assertThat(call.command()).isInstanceOf(AskProfile.class);
        call.silence();
        assertRings(call, MOBILE_A, 20);
        assertThat(call.whispered()).contains("appelant-inconnu");
        assertThat(call.event(ProfileChosen.class).profile()).isEqualTo(Profile.UNKNOWN);
    }

    @Test
    void a_caller_who_makes_no_choice_is_sent_to_the_15_where_the_territory_says_so() {
        var call = Conversation.tonight(rota.withCaller(new CallerSettings(WhenNoKey.CALL_15, WaitingSound.MUSIC)))
                .arrives()
                .silence()
                .silence();
        assertThat(call.said()).isEqualTo("urgence-15 au-revoir");
        assertThat(call.callerGone().ending()).isEqualTo(Ending.TURNED_AWAY);
        assertThat(call.event(ProfileChosen.class).profile()).isEqualTo(Profile.UNKNOWN);
    }

    @Test
    void a_wrong_key_is_said_to_be_so_and_asked_again() {
        var call = Conversation.tonight(rota).arrives().keys('7');
        assertThat(call.said()).isEqualTo("choix-non-compris qui-appelle");
        assertRings(call.keys('*'), MOBILE_A, 20);
    }

    @Test
    void a_samu_regulator_skips_the_menus() {
        var call = Conversation.tonight(rota).arrivesFrom(Origin.SAMU);
        assertThat(call.said()).isEqualTo("veuillez-patienter");
        assertRings(call, MOBILE_A, 20);
        assertThat(call.whispered()).isEqualTo("chuchotement-intro HDF-OISE transfert-du-samu confirmer");
        assertThat(call.event(ProfileChosen.class).profile()).isEqualTo(Profile.EMERGENCY_SERVICES);
    }

    @Test
    void the_sas_skips_the_menus_too() {
        var call = Conversation.tonight(rota).arrivesFrom(Origin.SAS);
        assertThat(call.whispered()).isEqualTo("chuchotement-intro HDF-OISE transfert-du-sas confirmer");
    }

    @Test
    void a_line_without_gate_rings_at_once_after_the_welcome() {
        var call = Conversation.tonight(rota.withoutGate()).arrives();
        assertThat(call.said()).isEqualTo("bienvenue rappel-perimetre veuillez-patienter");
        assertRings(call, MOBILE_A, 20);
    }

    @Test
    void an_unknown_line_is_said_to_be_so() {
        var call = Conversation.tonight(rota.withoutTheLine()).arrives();
        assertThat(call.said()).isEqualTo("numero-inconnu");
        assertThat(call.event(Received.class).territory()).isEmpty();
        assertThat(call.callerGone().ending()).isEqualTo(Ending.UNKNOWN_LINE);
    }

    @Test
    void a_dialled_string_that_is_no_number_is_an_unknown_line() {
        var call = Conversation.tonight(rota).sees(new Observation.Arrived("s", Origin.PUBLIC, Optional.empty()));
        assertThat(call.said()).isEqualTo("numero-inconnu");
    }

    @Test
    void a_closed_line_gives_its_next_hours_and_the_daytime_contact() {
        var call = new Conversation(rota.withDaytimeContact(false), FakeRota.AFTERNOON).arrives();
        assertThat(call.command()).isInstanceOf(HangUp.class);
        assertThat(call.said())
                .isEqualTo("ferme ouvert-semaine-de 18:30 jusqu-a 08:30 le-lendemain"
                        + " contact-de-jour 0344556677 urgence-15 au-revoir");
        assertThat(call.event(FoundClosed.class).nextOpening()).contains(FakeRota.TONIGHT.start());
        assertThat(call.callerGone().ending()).isEqualTo(Ending.OUT_OF_HOURS);
    }

    @Test
    void a_closed_line_may_put_through_to_the_daytime_contact() {
        var call = new Conversation(rota.withDaytimeContact(true), FakeRota.AFTERNOON).arrives();
        assertThat(call.said()).endsWith("contact-de-jour 0344556677 transfert-contact-de-jour");
        assertThat(call.command()).isInstanceOf(PutThrough.class);
        assertThat(call.otherLine(true).callerGone().ending()).isEqualTo(Ending.OUT_OF_HOURS);
    }

    @Test
    void a_daytime_contact_that_does_not_answer_is_no_dead_end() {
        var call = new Conversation(rota.withDaytimeContact(true), FakeRota.AFTERNOON)
                .arrives()
                .otherLine(false);
        assertThat(call.said()).isEqualTo("urgence-15 au-revoir");
        assertThat(call.callerGone().ending()).isEqualTo(Ending.OUT_OF_HOURS);
    }

    @Test
    void a_line_closed_for_good_gives_no_hours() {
        var call = new Conversation(rota, Instant.parse("2026-03-07T12:00:00Z")).arrives();
        assertThat(call.said()).isEqualTo("ferme urgence-15 au-revoir");
    }

    @Test
    void who_arrives_in_time_is_served_though_the_window_closes_meanwhile() {
        Instant lastSecond = FakeRota.TONIGHT.end().minusMillis(1);
        var call = new Conversation(rota, lastSecond).arrives().silence().keys('2');
        assertRings(call, MOBILE_A, 20);
    }

    @Test
    void nobody_answers_the_caller_leaves_a_number_and_reaches_the_fallback_line() {
        var call = Conversation.tonight(rota.withFallback(REGIONAL))
                .arrives()
                .keys('1')
                .rang(BUSY)
                .rang(NO_ANSWER)
                .rang(UNREACHABLE);
        assertThat(call.command()).isInstanceOf(AskNumber.class);
        assertThat(call.said()).isEqualTo("personne rappel-saisir");

        call.keysNumber("06 00 00 00 42");
        assertThat(call.said()).isEqualTo("rappel-enregistre transfert-secours");
        assertThat(call.command()).isInstanceOfSatisfying(PutThrough.class, through -> {
            assertThat(through.number()).isEqualTo(REGIONAL);
            assertThat(through.destination()).isEqualTo(Destination.FALLBACK_LINE);
        });
        call.otherLine(true).callerGone();
        assertThat(call.ending()).isEqualTo(Ending.PUT_THROUGH_TO_FALLBACK);
        assertThat(call.trace()).contains("nobody", "call-back", "put-through:FALLBACK_LINE");
    }

    @Test
    void a_fallback_line_that_does_not_answer_leaves_the_15() {
        var call = nobodyAnswers(rota.withFallback(REGIONAL))
                .keysNumber("")
                .keysNumber("")
                .otherLine(false);
        assertThat(call.said()).isEqualTo("urgence-15 au-revoir");
        assertThat(call.callerGone().ending()).isEqualTo(Ending.NOT_REACHED);
    }

    @Test
    void the_samu_as_fallback_is_announced() {
        var call = nobodyAnswers(rota.withFallback(FakeRota.SAMU).withEscalation(FakeRota.Wanted::samu))
                .keysNumber("0600000042");
        assertThat(call.said()).isEqualTo("rappel-enregistre transfert-samu");
        assertThat(((PutThrough) call.command()).destination()).isEqualTo(Destination.SAMU);
    }

    @Test
    void without_fallback_the_caller_is_pointed_to_the_15() {
        var call = nobodyAnswers(rota).keysNumber("");
        assertThat(call.said()).isEqualTo("choix-non-compris rappel-saisir");
        assertThat(call.keysNumber("").said()).isEqualTo("urgence-15 au-revoir");
        assertThat(call.callerGone().ending()).isEqualTo(Ending.NOT_REACHED);
    }

    @Test
    void a_hole_in_the_rota_is_no_dead_end() {
        var call = Conversation.tonight(rota.withNobody()).arrives().keys('2');
        assertThat(call.said()).isEqualTo("personne rappel-saisir");
        assertThat(call.event(LadderOpened.class).rungs()).isZero();
    }

    @Test
    void a_line_withdrawn_in_mid_call_is_no_dead_end() {
        var call = Conversation.tonight(rota)
                .arrives()
                .rotaBecomes(rota.withoutTheLine())
                .keys('2');
        assertThat(call.command()).isInstanceOf(AskNumber.class);
        assertThat(call.trace()).contains("degraded:line-withdrawn-during-call");
    }

    @Test
    void an_edit_of_the_rota_in_mid_call_skips_nobody() {
        var call = Conversation.tonight(rota)
                .arrives()
                .keys('2')
                .rotaBecomes(rota.withNobody())
                .rang(PASSED);
        assertRings(call, MOBILE_B, 25);
    }

    @Test
    void a_caller_who_hangs_up_has_abandoned_wherever_the_call_was() {
        assertThat(Conversation.tonight(rota).arrives().callerGone().ending()).isEqualTo(Ending.ABANDONED);
        var ringing = Conversation.tonight(rota).arrives().keys('1').callerGone();
        assertThat(ringing.ending()).isEqualTo(Ending.ABANDONED);
        assertThat(ringing.trace()).endsWith("attempt-ended:1", "ended");
        assertThat(nobodyAnswers(rota).callerGone().ending()).isEqualTo(Ending.ABANDONED);
        assertThat(nobodyAnswers(rota.withFallback(REGIONAL))
                        .keysNumber("0600000042")
                        .callerGone()
                        .ending())
                .isEqualTo(Ending.ABANDONED);
    }

    @Test
    void a_lost_answer_may_be_asked_for_again() {
        var call = Conversation.tonight(rota).arrives().keys('1');
        var lost = new Observation.AttemptFinished(1, NOT_CONFIRMED, 16);
        call.sees(lost).sees(lost);
        assertRings(call, LANDLINE_A, 20);
        assertThat(call.trace()).contains("degraded:unexpected-AttemptFinished-in-Ringing");
    }

    private static Conversation nobodyAnswers(FakeRota rota) {
        return Conversation.tonight(rota).arrives().keys('1').rang(PASSED).rang(NO_ANSWER);
    }

    private static void assertRings(Conversation call, PhoneNumber number, int seconds) {
        assertThat(call.command()).isInstanceOfSatisfying(Ring.class, ring -> {
            assertThat(ring.number()).isEqualTo(number);
            assertThat(ring.ring()).isEqualTo(Duration.ofSeconds(seconds));
        });
    }
}
