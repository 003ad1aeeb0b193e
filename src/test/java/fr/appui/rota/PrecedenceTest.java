package fr.appui.rota;

import static fr.appui.rota.Nights.DR_A;
import static fr.appui.rota.Nights.DR_B;
import static fr.appui.rota.Nights.DR_C;
import static fr.appui.rota.Nights.SATURDAY;
import static fr.appui.rota.Nights.act;
import static fr.appui.rota.Nights.at;
import static fr.appui.rota.Nights.saturday;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.appui.directory.PhysicianId;
import fr.appui.rota.Holding.Source;
import fr.appui.rota.Substitution.Effect;
import fr.appui.rota.Substitution.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

    private static final Instant NIGHT = at(14, 22, 0);

    @Test
    void withoutAnyActThePublishedRotaDecides() {
        DutyDay.Stretch stretch = saturday().at(NIGHT).orElseThrow();
        assertThat(people(stretch)).containsExactly(DR_A, DR_B);
        assertThat(stretch.reason()).isEqualTo("Planning du 4e trimestre 2026, version 3.");
    }

    @Test
    void aSwapBeatsThePublishedRota() {
        assertFirst(Source.SWAP, DR_C, act(Kind.SWAP, Optional.of(DR_C), Effect.wholeDuty(), 1));
    }

    @Test
    void theLaterOfASwapAndAnOverrideHoldsInWhateverOrderTheyAreRead() {
        Substitution override = act(Kind.OVERRIDE, Optional.of(DR_B), Effect.wholeDuty(), 1);
        Substitution swap = act(Kind.SWAP, Optional.of(DR_C), Effect.wholeDuty(), 2);
        assertFirst(Source.SWAP, DR_C, override, swap);
        assertFirst(Source.SWAP, DR_C, swap, override);
        assertFirst(Source.OVERRIDE, DR_B, swap, act(Kind.OVERRIDE, Optional.of(DR_B), Effect.wholeDuty(), 3));
    }

    @Test
    void anActThatALaterOneCoversIsNoLongerInForce() {
        Substitution whole = act(Kind.OVERRIDE, Optional.of(DR_B), Effect.wholeDuty(), 1);
        Substitution evening = act(Kind.SWAP, Optional.of(DR_C), Effect.between(at(14, 20, 0), at(14, 22, 0)), 2);
        assertThat(Substitution.inForce(List.of(whole, evening))).containsExactly(whole, evening);
        Substitution later = act(Kind.SWAP, Optional.of(DR_A), Effect.wholeDuty(), 3);
        assertThat(Substitution.inForce(List.of(later, whole, evening))).containsExactly(later);
    }

    @Test
    void historyBeatsASwapEvenOneRecordedLater() {
        assertFirst(
                Source.HISTORY,
                DR_B,
                act(Kind.HISTORY, Optional.of(DR_B), Effect.wholeDuty(), 1),
                act(Kind.SWAP, Optional.of(DR_C), Effect.wholeDuty(), 2));
    }

    /** A version before made the two physicians change places when one had not confirmed: nobody had decided it. */
    @Test
    void aCheckOfPresenceMovesNoDuty() {
        Substitution act = act(Kind.OVERRIDE, Optional.of(DR_B), Effect.wholeDuty(), 1);
        var machines = new Substitution(
                act.id(),
                act.slot(),
                act.kind(),
                act.physician(),
                act.effect(),
                new Substitution.Act(
                        "Contrôle de présence",
                        "la présence n’a pas été confirmée",
                        act.act().at()));
        assertThat(people(saturday(machines).at(NIGHT).orElseThrow())).containsExactly(DR_A, DR_B);
        assertThat(people(saturday(act).at(NIGHT).orElseThrow())).containsExactly(DR_B);
    }

    @Test
    void historyBeatsAnOverrideEvenOneRecordedLater() {
        assertFirst(
                Source.HISTORY,
                DR_C,
                act(Kind.OVERRIDE, Optional.of(DR_B), Effect.wholeDuty(), 2),
                act(Kind.HISTORY, Optional.of(DR_C), Effect.wholeDuty(), 1));
    }

    @Test
    void betweenTwoActsOfOneKindTheLaterWinsInWhateverOrderTheyAreRead() {
        Substitution earlier = act(Kind.OVERRIDE, Optional.of(DR_B), Effect.wholeDuty(), 1);
        Substitution later = act(Kind.OVERRIDE, Optional.of(DR_C), Effect.wholeDuty(), 2);
        assertFirst(Source.OVERRIDE, DR_C, earlier, later);
        assertFirst(Source.OVERRIDE, DR_C, later, earlier);
    }

    @Test
    void aTakeoverInMidDutyChangesNothingBeforeItsMoment() {
        Instant moment = at(14, 23, 0);
        DutyDay day = saturday(act(Kind.OVERRIDE, Optional.of(DR_C), Effect.from(moment), 1));
        assertThat(people(day.at(moment.minusMillis(1)).orElseThrow())).containsExactly(DR_A, DR_B);
        assertThat(people(day.at(moment).orElseThrow())).containsExactly(DR_C, DR_B);
        assertThat(day.stretches())
                .extracting(DutyDay.Stretch::start, DutyDay.Stretch::end)
                .containsExactly(tuple(at(14, 8, 30), moment), tuple(moment, at(15, 8, 30)));
    }

    @Test
    void aTakeoverForAWhileGivesTheDutyBack() {
        DutyDay day = saturday(act(Kind.SWAP, Optional.of(DR_C), Effect.between(at(14, 20, 0), at(14, 22, 0)), 1));
        assertThat(people(day.at(at(14, 22, 0).minusMillis(1)).orElseThrow())).containsExactly(DR_C, DR_B);
        assertThat(people(day.at(at(14, 22, 0)).orElseThrow())).containsExactly(DR_A, DR_B);
        assertThat(day.stretches()).hasSize(3);
    }

    @Test
    void whoeverIsWithdrawnWithoutReplacementLeavesTheRungBehindToAnswer() {
        DutyDay.Stretch stretch = saturday(act(Kind.OVERRIDE, Optional.empty(), Effect.wholeDuty(), 1))
                .at(NIGHT)
                .orElseThrow();
        assertThat(people(stretch)).containsExactly(DR_B);
        assertThat(stretch.ladder().getFirst().rung()).isEqualTo(2);
    }

    @Test
    void theBackUpWhoTakesOverTheFirstRungIsRungOnce() {
        DutyDay.Stretch stretch = saturday(act(Kind.OVERRIDE, Optional.of(DR_B), Effect.wholeDuty(), 1))
                .at(NIGHT)
                .orElseThrow();
        assertThat(people(stretch)).containsExactly(DR_B);
    }

    @Test
    void differentReasonsAreToldRungByRung() {
        DutyDay.Stretch stretch = saturday(act(Kind.SWAP, Optional.of(DR_C), Effect.wholeDuty(), 7))
                .at(NIGHT)
                .orElseThrow();
        assertThat(stretch.reason())
                .isEqualTo("Rang 1 : Échange convenu entre médecins le 14 novembre 2026 : motif 7"
                        + " Rang 2 : Planning du 4e trimestre 2026, version 3.");
    }

    @Test
    void withNobodyLeftOnlyTheTerritorysFallbackRemains() {
        DutyDay unpublished = new DutyDay(Nights.window(SATURDAY), Nights.PARIS, Optional.empty(), List.of());
        DutyDay.Stretch stretch = unpublished.at(NIGHT).orElseThrow();
        assertThat(stretch.ladder()).isEmpty();
        assertThat(stretch.reason()).isEqualTo(Precedence.FALLBACK);
    }

    @Test
    void nobodyIsOnDutyOutsideTheWindowWhateverIsWritten() {
        DutyDay day = saturday(act(Kind.OVERRIDE, Optional.of(DR_C), Effect.between(at(13, 12, 0), at(16, 12, 0)), 1));
        assertThat(day.at(at(14, 8, 30).minusMillis(1))).isEmpty();
        assertThat(people(day.at(at(14, 8, 30)).orElseThrow())).containsExactly(DR_C, DR_B);
        assertThat(people(day.at(at(15, 8, 30).minusMillis(1)).orElseThrow())).containsExactly(DR_C, DR_B);
        assertThat(day.at(at(15, 8, 30))).isEmpty();
    }

    @Test
    void anActOnAnotherDateOrRungDoesNotTouchThisOne() {
        var onSunday = new Substitution(
                new UUID(2, 1),
                new Slot(Nights.TERRITORY, SATURDAY.plusDays(1), 1),
                Kind.OVERRIDE,
                Optional.of(DR_C),
                Effect.wholeDuty(),
                new Substitution.Act("coordination", "motif", at(14, 9, 0)));
        assertThat(people(saturday(onSunday).at(NIGHT).orElseThrow())).containsExactly(DR_A, DR_B);
    }

    @Test
    void coverageNamesThePartOfTheWindowWithoutFirstRung() {
        Instant moment = at(14, 23, 0);
        DutyDay held = saturday();
        DutyDay dropped = saturday(act(Kind.OVERRIDE, Optional.empty(), Effect.from(moment), 1));
        DutyDay unpublished = new DutyDay(Nights.window(SATURDAY), Nights.PARIS, Optional.empty(), List.of());
        assertThat(Coverage.gaps(List.of(held))).isEmpty();
        assertThat(Coverage.gaps(List.of(held, dropped, unpublished)))
                .containsExactly(
                        new Coverage.Gap(dropped.window(), moment, at(15, 8, 30)),
                        new Coverage.Gap(unpublished.window(), at(14, 8, 30), at(15, 8, 30)));
    }

    private static void assertFirst(Source source, PhysicianId physician, Substitution... acts) {
        Holding first = saturday(acts).at(NIGHT).orElseThrow().ladder().getFirst();
        assertThat(first.source()).isEqualTo(source);
        assertThat(first.physician()).contains(physician);
    }

    private static List<PhysicianId> people(DutyDay.Stretch stretch) {
        return stretch.ladder().stream()
                .map(holding -> holding.physician().orElseThrow())
                .toList();
    }
}
