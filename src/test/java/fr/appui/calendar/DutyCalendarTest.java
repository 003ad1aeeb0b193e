package fr.appui.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.directory.HolidayZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DutyCalendarTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate MID_FEBRUARY = LocalDate.of(2026, 2, 16);
    private static final Perimeter CORE = Perimeter.announced(
                    PerimeterKind.CORE, PerimeterHours.core(), NEW_YEAR, NEW_YEAR)
            .agreed(NEW_YEAR, "ARS 1");
    private static final Perimeter ANNOUNCED_EXTENSION = Perimeter.announced(
            PerimeterKind.EXTENDED, PerimeterHours.extended(), LocalDate.of(2026, 1, 5), MID_FEBRUARY);
    private static final Perimeter EXTENSION = ANNOUNCED_EXTENSION.agreed(LocalDate.of(2026, 2, 1), "ARS 2");

    @Test
    void theYear2026Has252WorkingDaysAnd113Others() {
        List<DutyWindow> year = calendar(CORE).windows(NEW_YEAR, LocalDate.of(2026, 12, 31));
        assertThat(year.stream().filter(window -> window.kind() == DayKind.WORKING))
                .hasSize(252);
        assertThat(year.stream().filter(window -> window.kind() == DayKind.NON_WORKING))
                .hasSize(113);
    }

    @Test
    void aPerimeterThatIsEndedHasNoDutyAfterItsLastDayAndTheNightOfThatDayIsWhole() {
        LocalDate last = LocalDate.of(2026, 3, 31);
        var ended = new Perimeter(
                PerimeterKind.EXTENDED,
                PerimeterHours.extended(),
                NEW_YEAR,
                EXTENSION.agreement(),
                MID_FEBRUARY,
                Optional.of(last));
        DutyCalendar calendar = calendar(ended);
        assertThat(calendar.window(last).orElseThrow().end()).isEqualTo(paris(last.plusDays(1), 8, 30));
        assertThat(calendar.perimeterOn(last.plusDays(1))).isEmpty();
        assertThat(calendar.windows(last, last.plusDays(30))).hasSize(1);
        assertThat(calendar.nextAfter(paris(last.plusDays(1), 9, 0))).isEmpty();
    }

    @Test
    void laterHoursOfTheNightLeaveNoHoleOnTheirFirstDay() {
        Perimeter untilNine = Perimeter.announced(
                        PerimeterKind.EXTENDED, nightUntil(9, 0), NEW_YEAR, LocalDate.of(2026, 3, 7))
                .agreed(NEW_YEAR, "ARS 3");
        assertThatThrownBy(() -> calendar(EXTENSION, untilNine).requireNoHoleAround(LocalDate.of(2026, 3, 7)))
                .hasMessageContaining("7 mars 2026")
                .hasMessageContaining("8\u00a0h\u00a030 à 9\u00a0h")
                .hasMessageContaining("jour ouvré");
        assertThatThrownBy(() -> calendar(EXTENSION, untilNine).requireNoHoleAround(MID_FEBRUARY))
                .as("told also to who adds the version before it")
                .hasMessageContaining("7 mars 2026");
        Perimeter fromMonday = Perimeter.announced(
                        PerimeterKind.EXTENDED, nightUntil(9, 0), NEW_YEAR, LocalDate.of(2026, 3, 9))
                .agreed(NEW_YEAR, "ARS 3");
        DutyCalendar calendar = calendar(EXTENSION, fromMonday);
        calendar.requireNoHoleAround(LocalDate.of(2026, 3, 9));
        assertThat(calendar.window(LocalDate.of(2026, 3, 8)).orElseThrow().end())
                .isEqualTo(paris(LocalDate.of(2026, 3, 9), 8, 30));
        assertThat(calendar.window(LocalDate.of(2026, 3, 9)).orElseThrow().end())
                .isEqualTo(paris(LocalDate.of(2026, 3, 10), 9, 0));
    }

    @Test
    void earlierHoursOfTheNightMayBeginOnAWorkingDay() {
        Perimeter untilNine = Perimeter.announced(PerimeterKind.EXTENDED, nightUntil(9, 0), NEW_YEAR, NEW_YEAR)
                .agreed(NEW_YEAR, "ARS 3");
        LocalDate wednesday = LocalDate.of(2026, 3, 11);
        Perimeter untilEight = Perimeter.announced(PerimeterKind.EXTENDED, nightUntil(8, 0), NEW_YEAR, wednesday)
                .agreed(NEW_YEAR, "ARS 4");
        DutyCalendar calendar = calendar(untilNine, untilEight);
        assertThat(calendar.window(wednesday.minusDays(1)).orElseThrow().end()).isEqualTo(paris(wednesday, 9, 0));
        assertThat(calendar.window(wednesday).orElseThrow().start()).isEqualTo(paris(wednesday, 18, 0));
        Perimeter fromSaturday = Perimeter.announced(
                        PerimeterKind.EXTENDED, nightUntil(8, 0), NEW_YEAR, wednesday.plusDays(3))
                .agreed(NEW_YEAR, "ARS 4");
        assertThatThrownBy(() -> calendar(untilNine, fromSaturday)).hasMessageContaining("chevaucherait");
    }

    @Test
    void hoursPromisedForAnotherCenturyAreNoNextOpening() {
        LocalDate far = LocalDate.of(2300, 1, 1);
        Perimeter later = Perimeter.announced(PerimeterKind.CORE, PerimeterHours.core(), NEW_YEAR, far)
                .agreed(NEW_YEAR, "ARS 5");
        assertThat(calendar(later).openingAt(paris(NEW_YEAR, 12, 0))).isEqualTo(new Opening.Closed(Optional.empty()));
    }

    private static PerimeterHours nightUntil(int hour, int minute) {
        LocalTime end = LocalTime.of(hour, minute);
        return new PerimeterHours(LocalTime.of(18, 0), end, end, true);
    }

    @Test
    void nothingIsPromisedBeforeTheFirstAgreedPerimeter() {
        assertThat(calendar(CORE).window(NEW_YEAR.minusDays(1))).isEmpty();
        assertThat(calendar(CORE).window(NEW_YEAR)).isPresent();
        assertThat(calendar(CORE).promises(NEW_YEAR.minusYears(1), NEW_YEAR.minusDays(1)))
                .isFalse();
        assertThat(calendar(CORE).promises(NEW_YEAR.minusYears(1), NEW_YEAR)).isTrue();
    }

    @Test
    void anAnnouncedPerimeterNeverAppliesUntilTheArsAgrees() {
        assertThat(calendar(CORE, ANNOUNCED_EXTENSION).perimeterOn(MID_FEBRUARY))
                .contains(CORE);
        assertThat(calendar(CORE, EXTENSION).perimeterOn(MID_FEBRUARY)).contains(EXTENSION);
        assertThat(calendar(ANNOUNCED_EXTENSION).windows(NEW_YEAR, LocalDate.of(2026, 12, 31)))
                .isEmpty();
    }

    @Test
    void aChangeInMidQuarterSplitsBetweenTwoDates() {
        DutyCalendar calendar = calendar(EXTENSION, CORE);
        assertThat(calendar.window(MID_FEBRUARY.minusDays(1)).orElseThrow().end())
                .isEqualTo(paris(MID_FEBRUARY.minusDays(1), 22, 0));
        assertThat(calendar.window(MID_FEBRUARY).orElseThrow())
                .isEqualTo(new DutyWindow(
                        MID_FEBRUARY,
                        paris(MID_FEBRUARY, 18, 0),
                        paris(MID_FEBRUARY.plusDays(1), 8, 30),
                        PerimeterKind.EXTENDED,
                        DayKind.WORKING));
    }

    @Test
    void aReturnToTheCoreLetsTheLastNightFinish() {
        LocalDate back = LocalDate.of(2026, 3, 9);
        Perimeter coreAgain = Perimeter.announced(PerimeterKind.CORE, PerimeterHours.core(), MID_FEBRUARY, back)
                .agreed(back, "ARS 3");
        DutyCalendar calendar = calendar(CORE, EXTENSION, coreAgain);
        assertThat(calendar.window(back.minusDays(1)).orElseThrow().end()).isEqualTo(paris(back, 8, 30));
        assertThat(calendar.window(back).orElseThrow().end()).isEqualTo(paris(back, 22, 0));
    }

    @Test
    void twoAgreedVersionsCannotStartOnTheSameDate() {
        Perimeter rival = Perimeter.announced(PerimeterKind.EXTENDED, PerimeterHours.extended(), NEW_YEAR, NEW_YEAR)
                .agreed(NEW_YEAR, "ARS 9");
        assertThatThrownBy(() -> calendar(CORE, rival)).hasMessageContaining("1er janvier 2026");
    }

    @Test
    void aVersionWhoseFirstDutyWouldStartBeforeTheLastNightEndsIsRefused() {
        PerimeterHours earlyBird =
                new PerimeterHours(LocalTime.of(18, 0), LocalTime.of(8, 0), LocalTime.of(22, 0), false);
        LocalDate from = LocalDate.of(2026, 3, 7);
        Perimeter early = Perimeter.announced(PerimeterKind.CORE, earlyBird, MID_FEBRUARY, from)
                .agreed(from, "ARS 4");
        assertThatThrownBy(() -> calendar(EXTENSION, early))
                .hasMessageContaining("7 mars 2026")
                .hasMessageContaining("8\u00a0h\u00a030");
        assertThat(calendar(CORE, early).window(from)).isPresent();
    }

    @Test
    void aWorkingEveningOpensAtSixAndClosesAtTen() {
        LocalDate monday = LocalDate.of(2026, 1, 5);
        DutyCalendar calendar = calendar(CORE);
        DutyWindow evening = calendar.window(monday).orElseThrow();
        assertThat(calendar.openingAt(paris(monday, 18, 0).minusMillis(1)))
                .isEqualTo(new Opening.Closed(Optional.of(evening)));
        assertThat(calendar.openingAt(paris(monday, 18, 0)))
                .isEqualTo(new Opening.Open(evening, Optional.of(paris(monday, 22, 0))));
        assertThat(calendar.openingAt(paris(monday, 22, 0).minusMillis(1))).isInstanceOf(Opening.Open.class);
        assertThat(calendar.openingAt(paris(monday, 22, 0)))
                .isEqualTo(new Opening.Closed(calendar.window(monday.plusDays(1))));
    }

    @Test
    void anExtendedWeekEndStaysOpenFromFridayEveningToMondayMorning() {
        LocalDate friday = LocalDate.of(2026, 3, 6);
        Opening opening = calendar(EXTENSION).openingAt(paris(friday, 23, 0));
        assertThat(opening).isInstanceOfSatisfying(Opening.Open.class, open -> {
            assertThat(open.window().date()).isEqualTo(friday);
            assertThat(open.until()).contains(paris(friday.plusDays(3), 8, 30));
        });
    }

    @Test
    void mondayBeforeDawnBelongsToSundaysDuty() {
        LocalDate monday = LocalDate.of(2026, 3, 9);
        assertThat(calendar(EXTENSION).openingAt(paris(monday, 4, 0)))
                .isInstanceOfSatisfying(
                        Opening.Open.class,
                        open -> assertThat(open.window().date()).isEqualTo(monday.minusDays(1)));
    }

    @Test
    void aLineAnsweredDayAndNightHasNoClosingTime() {
        PerimeterHours always = new PerimeterHours(LocalTime.of(8, 30), LocalTime.of(8, 30), LocalTime.of(8, 30), true);
        Perimeter roundTheClock = Perimeter.announced(PerimeterKind.EXTENDED, always, NEW_YEAR, NEW_YEAR)
                .agreed(NEW_YEAR, "ARS 24");
        assertThat(calendar(roundTheClock).openingAt(paris(MID_FEBRUARY, 12, 0)))
                .isInstanceOfSatisfying(
                        Opening.Open.class, open -> assertThat(open.until()).isEmpty());
    }

    @Test
    void aLineThatOpensNextYearSaysSo() {
        Instant yearsBefore = paris(LocalDate.of(2023, 5, 2), 12, 0);
        assertThat(calendar(CORE).openingAt(yearsBefore))
                .isEqualTo(new Opening.Closed(calendar(CORE).window(NEW_YEAR)));
        assertThat(calendar(ANNOUNCED_EXTENSION).openingAt(yearsBefore))
                .isEqualTo(new Opening.Closed(Optional.empty()));
    }

    @Test
    void aRangeThatEndsBeforeItStartsIsRefused() {
        assertThatThrownBy(() -> calendar(CORE).windows(MID_FEBRUARY, NEW_YEAR)).hasMessageContaining("période");
    }

    /** A version that was replaced years before does not end once more. */
    @Test
    void theEndOfWhatIsPromisedIsOfTheVersionInForceAndOfThoseThatStillWait() {
        Optional<LocalDate> end = Optional.of(LocalDate.of(2026, 12, 31));
        Perimeter waiting =
                Perimeter.announced(PerimeterKind.CORE, PerimeterHours.core(), NEW_YEAR, LocalDate.of(2026, 6, 1));
        DutyCalendar calendar = calendar(CORE, EXTENSION, waiting);

        List<Perimeter> ended = calendar.ending(end);
        assertThat(ended).extracting(Perimeter::lastDay).containsExactly(Optional.empty(), end, end);
        assertThat(calendar(ended.toArray(Perimeter[]::new))
                        .promises(end.get().plusDays(1), end.get().plusDays(9)))
                .isFalse();

        Perimeter agreedSince = ended.get(2).agreed(LocalDate.of(2026, 5, 1), "ARS 3");
        assertThat(calendar(ended.get(0), ended.get(1), agreedSince).ending(end))
                .extracting(Perimeter::lastDay)
                .containsExactly(Optional.empty(), Optional.empty(), end);
        assertThat(calendar(ended.toArray(Perimeter[]::new)).ending(Optional.empty()))
                .isEqualTo(calendar.versions());
    }

    private static DutyCalendar calendar(Perimeter... versions) {
        return new DutyCalendar(PARIS, HolidayZone.METROPOLE, List.of(versions));
    }

    private static Instant paris(LocalDate date, int hour, int minute) {
        return date.atTime(hour, minute).atZone(PARIS).toInstant();
    }
}
