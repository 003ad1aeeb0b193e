package fr.appui.rota;

import static fr.appui.rota.Nights.DR_A;
import static fr.appui.rota.Nights.DR_B;
import static fr.appui.rota.Nights.DR_C;
import static fr.appui.rota.Nights.LINE;
import static fr.appui.rota.Nights.MOBILE_A;
import static fr.appui.rota.Nights.MOBILE_B;
import static fr.appui.rota.Nights.SATURDAY;
import static fr.appui.rota.Nights.act;
import static fr.appui.rota.Nights.always;
import static fr.appui.rota.Nights.at;
import static fr.appui.rota.Nights.facts;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.Perimeter;
import fr.appui.calendar.Quarter;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.Dialling;
import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.UsableHours;
import fr.appui.rota.Substitution.Effect;
import fr.appui.rota.Substitution.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexedRotaTest {

    private static final PhoneNumber WARD_A = PhoneNumber.parse("03 53 01 00 01");
    private static final IndexedRota ROTA = IndexedRota.of(facts(List.of(), always(MOBILE_A)));

    @Test
    void aLineIsKnownByItsNumber() {
        assertThat(ROTA.line(LINE.number())).contains(LINE);
        assertThat(ROTA.line(MOBILE_A)).isEmpty();
        assertThat(ROTA.lines()).containsExactly(LINE);
    }

    @Test
    void theLadderHasRungsWithNumbersAndAReason() {
        OnDuty.Open open = open(ROTA, at(14, 22, 0));
        assertThat(open.ladder())
                .containsExactly(new Rung(1, DR_A, List.of(MOBILE_A)), new Rung(2, DR_B, List.of(MOBILE_B)));
        assertThat(open.window().date()).isEqualTo(SATURDAY);
        assertThat(open.reason()).contains("version 3");
    }

    @Test
    void whatMayNotBeDialledIsInNoLadder() {
        var settings = new LineSettings(
                        true,
                        List.of(LineSettings.DEFAULT_RING),
                        Optional.of(PhoneNumber.parse("0899 00 00 00")),
                        true,
                        Optional.of(LINE.number()))
                .withDialling(new Dialling(Map.of(
                        Dialling.Whose.PHYSICIAN, List.of("+336399800"),
                        Dialling.Whose.LINE, List.of("+333"))));
        RotaFacts read = facts(List.of(), always(PhoneNumber.parse("06 12 34 56 78")), always(LINE.number()));
        RotaFacts.TerritoryFacts territory = read.territories().getFirst();
        var ruled = new RotaFacts(
                read.takenAt(),
                read.from(),
                read.to(),
                List.of(new RotaFacts.TerritoryFacts(
                        territory.code(),
                        territory.clockwork(),
                        Optional.of(LINE.withSettings(settings)),
                        territory.rotas(),
                        territory.substitutions())),
                read.physicians());
        IndexedRota rota = IndexedRota.of(ruled);
        assertThat(open(rota, at(14, 22, 0)).ladder()).containsExactly(new Rung(2, DR_B, List.of(MOBILE_B)));
        LineSettings left = rota.line(LINE.number()).orElseThrow().settings();
        assertThat(left.fallback()).as("a line of ours").isEmpty();
        assertThat(left.transfersToDaytimeContact()).isFalse();
        assertThat(left.daytimeContact()).as("told, not dialled").isPresent();
    }

    @Test
    void aNumberIsAnsweredByTheLineItIsJoinedToOnceItsLastNightHasEnded() {
        IndexedRota rota = joinedOnSunday();
        PhoneNumber dialled = Nights.JOINED.number();
        assertThat(rota.line(dialled, at(14, 23, 0))).contains(Nights.JOINED);
        assertThat(rota.line(dialled, at(15, 8, 29)))
                .as("the night of Saturday")
                .contains(Nights.JOINED);
        assertThat(rota.line(dialled, at(15, 8, 30))).contains(LINE);
        assertThat(rota.line(dialled, at(16, 12, 0))).as("both closed").contains(LINE);
        assertThat(rota.line(LINE.number(), at(15, 12, 0))).contains(LINE);
        assertThat(rota.line(dialled)).as("the number is still published").contains(Nights.JOINED);
    }

    @Test
    void aJoinedLineIsHandedOverOnItsDayWhateverHoursItHasThen() {
        Perimeter usual = Nights.extended();
        Perimeter meanwhile = Perimeter.announced(usual.kind(), usual.hours(), usual.announcedOn(), SATURDAY)
                .agreed(SATURDAY, "ARS 2026-11");
        LocalDate sunday = SATURDAY.plusDays(1);
        IndexedRota rota = joined(Nights.joined(sunday, List.of(usual.ending(Optional.of(SATURDAY)), meanwhile)));
        PhoneNumber dialled = Nights.JOINED.number();
        assertThat(rota.onDuty(Nights.JOINED, at(15, 12, 0)))
                .as("its own hours go on, with nobody")
                .isInstanceOf(OnDuty.Open.class);
        assertThat(rota.line(dialled, at(15, 8, 29))).contains(Nights.JOINED);
        assertThat(rota.line(dialled, at(15, 8, 30))).contains(LINE);
        assertThat(rota.line(dialled, at(20, 23, 0))).contains(LINE);
    }

    private static IndexedRota joinedOnSunday() {
        return joined(Nights.joined(SATURDAY.plusDays(1)));
    }

    private static IndexedRota joined(RotaFacts.TerritoryFacts other) {
        RotaFacts read = facts(List.of(), always(MOBILE_A));
        return IndexedRota.of(new RotaFacts(
                read.takenAt(),
                read.from(),
                read.to(),
                List.of(read.territories().getFirst(), other),
                read.physicians()));
    }

    @Test
    void theNightOfSundayBelongsToSundaysDutyUntilHalfPastEightOnMonday() {
        assertThat(open(ROTA, at(16, 8, 30).minusMillis(1)).window().date()).isEqualTo(SATURDAY.plusDays(1));
        assertThat(ROTA.onDuty(LINE, at(16, 8, 30)))
                .isEqualTo(new OnDuty.Closed(Optional.of(Nights.window(SATURDAY.plusDays(2)))));
        assertThat(ROTA.onDuty(LINE, at(16, 18, 0).minusMillis(1))).isInstanceOf(OnDuty.Closed.class);
        assertThat(open(ROTA, at(16, 18, 0)).ladder()).isEmpty();
    }

    @Test
    void aHoleInTheRotaIsToldApartFromAClosedLine() {
        assertThat(open(ROTA, at(16, 19, 0)).ladder()).isEmpty();
        assertThat(open(ROTA, at(16, 19, 0)).reason()).isEqualTo(Precedence.FALLBACK);
        assertThat(ROTA.onDuty(LINE, at(16, 12, 0))).isInstanceOf(OnDuty.Closed.class);
    }

    @Test
    void numbersAreFilteredByTheirHoursAtTheInstant() {
        var untilTen =
                new ContactNumber(WARD_A, Optional.of(UsableHours.everyDay(LocalTime.of(8, 0), LocalTime.of(22, 0))));
        IndexedRota rota = IndexedRota.of(facts(List.of(), untilTen, always(MOBILE_A)));
        assertThat(open(rota, at(14, 22, 0).minusMillis(1)).ladder().getFirst().numbers())
                .containsExactly(WARD_A, MOBILE_A);
        assertThat(open(rota, at(14, 22, 0)).ladder().getFirst().numbers()).containsExactly(MOBILE_A);
        assertThat(open(rota, at(15, 8, 0)).ladder().getFirst().numbers()).containsExactly(WARD_A, MOBILE_A);
    }

    /** On the night that has an hour twice, and on the one that lacks it. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-10-24", "2026-03-28"})
    void aNumberIsUsableByTheClockOnTheWall(LocalDate saturday) {
        LocalTime halfPastTwo = LocalTime.of(2, 30);
        var before = new ContactNumber(WARD_A, Optional.of(UsableHours.everyDay(LocalTime.of(8, 0), halfPastTwo)));
        var after = new ContactNumber(MOBILE_A, Optional.of(UsableHours.everyDay(halfPastTwo, LocalTime.of(8, 0))));
        RotaFacts read = facts(List.of(), before, after);
        var territory = read.territories().getFirst();
        var duty = new PublishedRota(
                Nights.TERRITORY,
                Quarter.of(saturday),
                1,
                new PublishedRota.Publisher("coordination", at(1, 9, 0)),
                List.of(new Duty(saturday, 1, DR_A)));
        IndexedRota rota = IndexedRota.of(new RotaFacts(
                read.takenAt(),
                saturday,
                saturday,
                List.of(new RotaFacts.TerritoryFacts(
                        Nights.TERRITORY, territory.clockwork(), territory.line(), List.of(duty), List.of())),
                read.physicians()));
        Instant end = saturday.plusDays(1).atTime(7, 0).atZone(Nights.PARIS).toInstant();
        for (Instant t = end.minus(Duration.ofHours(9)); t.isBefore(end); t = t.plus(Duration.ofMinutes(1))) {
            boolean early = LocalTime.ofInstant(t, Nights.PARIS).isAfter(LocalTime.of(20, 0))
                    || LocalTime.ofInstant(t, Nights.PARIS).isBefore(halfPastTwo);
            assertThat(open(rota, t).ladder().getFirst().numbers())
                    .as("at %s", t)
                    .containsExactly(early ? WARD_A : MOBILE_A);
        }
    }

    @Test
    void everyLookUpAgreesWithTheDutyDayMinuteByMinute() {
        Substitution takeover = act(Kind.OVERRIDE, Optional.of(DR_C), Effect.between(at(14, 23, 7), at(15, 2, 31)), 1);
        RotaFacts facts = facts(List.of(takeover), always(MOBILE_A));
        IndexedRota rota = IndexedRota.of(facts);
        for (Instant t = at(14, 8, 30); t.isBefore(at(15, 8, 30)); t = t.plus(Duration.ofMinutes(1))) {
            boolean taken = !t.isBefore(at(14, 23, 7)) && t.isBefore(at(15, 2, 31));
            assertThat(open(rota, t).ladder().getFirst().physician())
                    .as("first rung at %s", t)
                    .isEqualTo(taken ? DR_C : DR_A);
        }
    }

    @Test
    void beyondWhatWasReadTheHoursAreRightAndTheLadderIsEmpty() {
        Instant nextYear = Instant.parse("2027-03-03T21:00:00Z");
        assertThat(ROTA.covers(Nights.TERRITORY, nextYear)).isFalse();
        assertThat(open(ROTA, nextYear).ladder()).isEmpty();
        assertThat(ROTA.onDuty(LINE, Instant.parse("2027-03-03T11:00:00Z"))).isInstanceOf(OnDuty.Closed.class);
        assertThat(ROTA.covers(Nights.TERRITORY, at(14, 22, 0))).isTrue();
    }

    @Test
    void theComingLaddersFollowOneAnotherAndChangeWithPeopleAndHours() {
        Substitution takeover = act(Kind.OVERRIDE, Optional.of(DR_C), Effect.from(at(15, 1, 0)), 1);
        var untilTen =
                new ContactNumber(WARD_A, Optional.of(UsableHours.everyDay(LocalTime.of(8, 0), LocalTime.of(22, 0))));
        IndexedRota rota = IndexedRota.of(facts(List.of(takeover), untilTen, always(MOBILE_A)));
        List<LadderPeriod> periods = rota.windowsFrom(LINE, at(14, 21, 0), 1);
        assertThat(periods.getFirst().start()).isEqualTo(at(14, 8, 30));
        assertThat(periods.getFirst().end()).isEqualTo(at(14, 22, 0));
        assertThat(periods.getLast().end()).isEqualTo(at(15, 22, 0));
        for (int i = 1; i < periods.size(); i++) {
            assertThat(periods.get(i).start()).isEqualTo(periods.get(i - 1).end());
        }
        assertThat(periods)
                .allSatisfy(
                        period -> assertThat(rota.onDuty(LINE, period.start())).isEqualTo(period.onDuty()));
    }

    @Test
    void somebodyBusyIsRungLastAndOnlyMeanwhile() {
        IndexedRota rota = IndexedRota.of(Nights.busy(DR_A, at(14, 23, 7), at(15, 8, 30)));
        assertThat(positions(rota, at(14, 23, 7).minusMillis(1))).containsExactly(1, 2);
        assertThat(positions(rota, at(14, 23, 7))).containsExactly(2, 1);
        assertThat(open(rota, at(15, 3, 12)).reason()).contains("version 3").contains("Le rang 1 est occupé");
        assertThat(positions(rota, at(15, 8, 30).minusMillis(1))).containsExactly(2, 1);
        assertThat(open(rota, at(15, 8, 30)).reason()).doesNotContain("occupé");
    }

    @Test
    void somebodyWhoDidNotConfirmIsRungLastAndKeepsTheirRung() {
        IndexedRota rota = IndexedRota.of(Nights.unconfirmed(DR_A, at(14, 8, 30), at(15, 8, 30)));
        assertThat(positions(rota, at(14, 8, 30))).containsExactly(2, 1);
        assertThat(open(rota, at(14, 8, 30)).reason())
                .contains("Le rang 1 n’a pas confirmé sa présence, et garde l’astreinte")
                .doesNotContain("prioritaire");
    }

    @Test
    void somebodyBusyAndAloneIsRungNevertheless() {
        IndexedRota rota = IndexedRota.of(Nights.busy(DR_A, at(15, 20, 0), at(16, 8, 30)));
        assertThat(positions(rota, at(15, 21, 0))).containsExactly(1);
        assertThat(open(rota, at(15, 21, 0)).reason()).contains("appelé quand même");
    }

    @Test
    void whenEverybodyIsBusyTheRungsKeepTheirOrder() {
        List<Rung> ladder = List.of(new Rung(1, DR_A, List.of(MOBILE_A)), new Rung(2, DR_B, List.of(MOBILE_B)));
        assertThat(Precedence.inOrderOfRinging(ladder, physician -> true)).isEqualTo(ladder);
        assertThat(Precedence.inOrderOfRinging(ladder, physician -> false)).isEqualTo(ladder);
        assertThat(Precedence.whyInThatOrder(ladder, physician -> Optional.empty()))
                .isEmpty();
    }

    @Test
    void readingTheSameFactsAgainOnlyMovesTheMomentTheyWereRead() {
        RotaFacts same = facts(List.of(), always(MOBILE_A));
        var later = new RotaFacts(at(14, 13, 0), same.from(), same.to(), same.territories(), same.physicians());
        IndexedRota again = ROTA.readAgain(later);
        assertThat(again.takenAt()).isEqualTo(at(14, 13, 0));
        assertThat(again.content()).isSameAs(ROTA.content());
        assertThat(again.onDuty(LINE, at(14, 22, 0))).isSameAs(ROTA.onDuty(LINE, at(14, 22, 0)));

        Substitution swap = act(Kind.SWAP, Optional.of(DR_C), Effect.wholeDuty(), 1);
        IndexedRota changed = ROTA.readAgain(facts(List.of(swap), always(MOBILE_A)));
        assertThat(open(changed, at(14, 22, 0)).ladder().getFirst().physician()).isEqualTo(DR_C);
        assertThat(changed.content()).isNotSameAs(ROTA.content());
    }

    /** Of a hundred territories, an act in one is no reason to work out the nights of all. */
    @Test
    void whatChangesInOneTerritoryLeavesTheAnswersOfTheOthers() {
        var other = new TerritoryCode("FR-HDF-2");
        RotaFacts both = withAnother(other, facts(List.of(), always(MOBILE_A)));
        IndexedRota rota = IndexedRota.of(both);
        Substitution swap = act(Kind.SWAP, Optional.of(DR_C), Effect.wholeDuty(), 1);
        RotaFacts one = facts(List.of(swap), always(MOBILE_A));
        IndexedRota changed = rota.readAgain(withAnother(other, one));
        assertThat(open(changed, at(14, 22, 0)).ladder().getFirst().physician()).isEqualTo(DR_C);
        assertThat(changed.onDuty(other, at(14, 22, 0))).isSameAs(rota.onDuty(other, at(14, 22, 0)));

        IndexedRota anotherNumber = rota.readAgain(withAnother(other, facts(List.of(), always(MOBILE_B))));
        assertThat(anotherNumber.onDuty(other, at(14, 22, 0))).isNotEqualTo(rota.onDuty(other, at(14, 22, 0)));
    }

    /** The same nights in another territory. */
    private static RotaFacts withAnother(TerritoryCode code, RotaFacts facts) {
        RotaFacts.TerritoryFacts known =
                facts(List.of(), always(MOBILE_A)).territories().getFirst();
        var another = new RotaFacts.TerritoryFacts(
                code,
                known.clockwork(),
                Optional.empty(),
                known.rotas(),
                known.substitutions(),
                known.joining(),
                known.rules());
        return new RotaFacts(
                facts.takenAt(),
                facts.from(),
                facts.to(),
                Stream.concat(facts.territories().stream(), Stream.of(another)).toList(),
                facts.physicians());
    }

    @Test
    void anUnknownTerritoryIsClosedForGood() {
        assertThat(IndexedRota.EMPTY.onDuty(LINE, at(14, 22, 0))).isEqualTo(new OnDuty.Closed(Optional.empty()));
        assertThat(IndexedRota.EMPTY.windowsFrom(LINE, at(14, 22, 0), 7)).isEmpty();
    }

    private static List<Integer> positions(IndexedRota rota, Instant at) {
        return open(rota, at).ladder().stream().map(Rung::position).toList();
    }

    private static OnDuty.Open open(IndexedRota rota, Instant at) {
        return switch (rota.onDuty(LINE, at)) {
            case OnDuty.Open open -> open;
            case OnDuty.Closed closed -> throw new AssertionError("closed at " + at + ", next " + closed.next());
        };
    }
}
