package fr.appui.planning.life;

import static fr.appui.planning.life.Books.Q3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.appui.french.InvalidInput;
import fr.appui.planning.Alternative.Move;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Repair;
import fr.appui.planning.Replacement;
import fr.appui.planning.Rule;
import fr.appui.planning.Willingness;
import fr.appui.planning.Wishes;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplacementDeskTest {

    private final Office office = new Office();
    private final Place place = office.place;
    private final LocalDate date = place.monday(2);
    private final int holder = place.holder(date);
    private final int other = (holder + 3) % 8;

    @BeforeEach
    void publish() {
        office.published();
    }

    /** Nobody waits for eight thousand years of dates. */
    @Test
    void theLengthOfAWithdrawalIsLookedAtFirst() {
        assertThatThrownBy(() -> Withdrawal.during(office.dr(holder), LocalDate.MIN, LocalDate.of(9999, 12, 31)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("1 à 92");
        assertThat(Withdrawal.during(office.dr(holder), date, date.plusDays(6)).dates())
                .hasSize(7);
    }

    @Test
    void theEngineIsAskedForTheDaysToComeWithoutWhoWithdraws() {
        office.engine.repair = new Repair.Proposed(List.of(), true);
        office.at(office.end(Q3.first().plusDays(4)));
        var withdrawal = new Withdrawal(office.dr(holder), Set.of(date, date.plusDays(1)));
        assertThat(office.replacementDesk.propose(place.code(), withdrawal)).contains(office.engine.repair);
        var asked = office.engine.asked.orElseThrow();
        assertThat(asked.from())
                .as("what is over is none of it")
                .isEqualTo(Q3.first().plusDays(5));
        assertThat(asked.days().getLast().date()).isEqualTo(Q3.last());
        assertThat(asked.volunteers())
                .filteredOn(one -> one.id().equals(office.dr(holder)))
                .singleElement()
                .satisfies(one -> assertThat(one.wishes().unavailableOn(date)).isTrue());
        assertThat(office.engine.current).isEqualTo(office.byWeeks().from(asked.from()));
    }

    @Test
    void withoutPromisedHoursThereIsNothingToRepair() {
        var withdrawal = new Withdrawal(office.dr(holder), Set.of(LocalDate.of(2020, 1, 1)));
        assertThat(office.replacementDesk.propose(place.code(), withdrawal)).isEmpty();
        assertThat(office.engine.asked).isEmpty();
    }

    @Test
    void whoCanBeAskedIsListedWithTheirLoadAndWhoCannotWithTheReason() {
        office.away(other, date, date);
        Replacement found = office.replacementDesk
                .candidates(place.code(), date, DutyRung.FIRST)
                .orElseThrow();
        assertThat(found.askable())
                .extracting(Replacement.Candidate::physician)
                .doesNotContain(office.dr(holder), office.dr(other))
                .isNotEmpty();
        assertThat(found.askable()).allMatch(one -> one.days() > 0 && one.room() > 0);
        assertThat(found.excluded())
                .filteredOn(one -> one.physician().equals(office.dr(other)))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.reasons()).singleElement().asString().contains("indisponible"));
        assertThat(office.replacementDesk.candidates(place.code(), LocalDate.of(2020, 1, 1), DutyRung.FIRST))
                .isEmpty();
    }

    @Test
    void aDutyIsUnderWayFromItsStartToItsEnd() {
        assertThat(underWayAt(office.start(date).minusMillis(1))).isFalse();
        assertThat(underWayAt(office.start(date))).isTrue();
        assertThat(underWayAt(office.end(date).minusMillis(1))).isTrue();
        assertThat(underWayAt(office.end(date))).isFalse();
    }

    @Test
    void whatWasChosenIsAppliedInOneActAndEachHearsOfIt() {
        int third = (holder + 4) % 8;
        List<Move> moves = List.of(move(date, holder, other), move(date.plusDays(1), holder, third));
        assertThat(apply(moves)).isInstanceOf(Edited.Done.class);
        assertThat(office.holder(date)).contains(office.dr(other));
        assertThat(office.holder(date.plusDays(1))).contains(office.dr(third));
        assertThat(office.history().getFirst()).satisfies(act -> {
            assertThat(act.kind()).isEqualTo(PlanningAct.Kind.DUTY_REPLACED);
            assertThat(act.subject()).isEqualTo(date.toString());
            assertThat(act.act().reason()).isEqualTo("Arrêt maladie");
            assertThat(act.detail())
                    .isEqualTo("le lundi 20 juillet, " + place.name(holder) + " laisse le premier rang à "
                            + place.name(other) + " et le mardi 21 juillet, " + place.name(holder)
                            + " laisse le premier rang à " + place.name(third) + ".");
        });
        assertThat(office.mails(holder)).hasSize(2);
        assertThat(office.mails(other).getLast().body()).contains("Remplacement : Arrêt maladie");
        assertThat(office.mails(third)).hasSize(2);
    }

    @Test
    void ofADutyUnderWayOnlyTheRestIsTaken() {
        Instant now = office.start(date).plus(Duration.ofHours(4));
        office.at(now);
        assertThat(apply(List.of(move(date, holder, other)))).isInstanceOf(Edited.Done.class);
        assertThat(office.holder(date, now.minusMillis(1))).contains(office.dr(holder));
        assertThat(office.holder(date, now)).contains(office.dr(other));
    }

    @Test
    void whoHoldsTheSmallHoursIsReplacedBeforeTheNightBegins() {
        int third = (holder + 4) % 8;
        Instant late = office.start(date).plus(Duration.ofHours(4));
        var handedOver = Office.edit(date, Optional.of(office.dr(other)), Optional.of(late), false);
        assertThat(office.overrideDesk.override(place.code(), handedOver, office.act("Relève")))
                .isInstanceOf(Edited.Done.class);
        assertThat(apply(List.of(move(date, other, third)))).isInstanceOf(Edited.Done.class);
        assertThat(office.holder(date, late.minusMillis(1))).contains(office.dr(holder));
        assertThat(office.holder(date, late)).contains(office.dr(third));
    }

    @Test
    void whatChangedHandsMeanwhileIsNotReplacedAgain() {
        assertThat(apply(List.of(move(date, holder, other)))).isInstanceOf(Edited.Done.class);
        assertSenseless(apply(List.of(move(date, holder, other))), "moves.from", "a changé de main");
        assertThat(office.kinds().stream().filter(PlanningAct.Kind.DUTY_REPLACED::equals))
                .hasSize(1);
    }

    @Test
    void aDutyThatIsOverOrThatNobodyPromisedIsNotReplaced() {
        office.at(office.end(date));
        assertSenseless(apply(List.of(move(date, holder, other))), "moves.date", "à venir");
        assertSenseless(apply(List.of(move(LocalDate.of(2020, 1, 1), holder, other))), "moves.date", "à venir");
    }

    @Test
    void oneMoveThatARuleForbidsStopsThemAll() {
        office.away(other, date.plusDays(1), date.plusDays(1));
        Edited edited = apply(List.of(move(date, holder, other), move(date.plusDays(1), holder, other)));
        assertThat(edited)
                .asInstanceOf(type(Edited.Refused.class))
                .extracting(refused -> refused.breach().rule())
                .isEqualTo(Rule.AVAILABILITY);
        assertThat(office.holder(date)).contains(office.dr(holder));
        assertThat(office.mails(other)).hasSize(1);
    }

    @Test
    void whoOffersWholeWeeksAndAgreesTakesANight() {
        office.wishes().keep(office.dr(other), Wishes.none().willing(Willingness.WHOLE_WEEKS));
        assertThat(apply(List.of(move(date, holder, other)))).isInstanceOf(Edited.Done.class);
    }

    private boolean underWayAt(Instant moment) {
        office.at(moment);
        return office.replacementDesk.underWay(place.code(), date);
    }

    private Edited apply(List<Move> moves) {
        return office.replacementDesk.apply(place.code(), moves, office.act("Arrêt maladie"));
    }

    private Move move(LocalDate day, int from, int to) {
        return new Move(day, DutyRung.FIRST, Optional.of(office.dr(from)), Optional.of(office.dr(to)));
    }

    private static void assertSenseless(Edited edited, String field, String why) {
        assertThat(edited).asInstanceOf(type(Edited.Senseless.class)).satisfies(refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.why()).contains(why);
        });
    }
}
