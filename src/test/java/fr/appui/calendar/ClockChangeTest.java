package fr.appui.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.HolidayZone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In 2026 Paris springs forward on 29 March at 2:00 and falls back on 25 October at 3:00. */
class ClockChangeTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);
    private static final LocalDate SATURDAY_BEFORE_SPRING = LocalDate.of(2026, 3, 28);
    private static final LocalDate SATURDAY_BEFORE_AUTUMN = LocalDate.of(2026, 10, 24);

    @Test
    void theSpringNightLastsAnHourLess() {
        DutyWindow window =
                extended(LocalTime.of(8, 30)).window(SATURDAY_BEFORE_SPRING).orElseThrow();
        assertThat(Duration.between(window.start(), window.end())).isEqualTo(Duration.ofHours(23));
    }

    @Test
    void theAutumnNightLastsAnHourMore() {
        DutyWindow window =
                extended(LocalTime.of(8, 30)).window(SATURDAY_BEFORE_AUTUMN).orElseThrow();
        assertThat(Duration.between(window.start(), window.end())).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void dutiesThatHandOverInTheRepeatedHourDoSoOnceAtItsFirstOccurrence() {
        DutyCalendar calendar = extended(LocalTime.of(2, 30));
        DutyWindow saturday = calendar.window(SATURDAY_BEFORE_AUTUMN).orElseThrow();
        DutyWindow sunday = calendar.window(SATURDAY_BEFORE_AUTUMN.plusDays(1)).orElseThrow();
        assertThat(saturday.end())
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"))
                .isEqualTo(sunday.start());
    }

    @Test
    void dutiesThatHandOverInTheSkippedHourDoSoWhenTheClocksJump() {
        DutyCalendar calendar = extended(LocalTime.of(2, 30));
        DutyWindow saturday = calendar.window(SATURDAY_BEFORE_SPRING).orElseThrow();
        DutyWindow sunday = calendar.window(SATURDAY_BEFORE_SPRING.plusDays(1)).orElseThrow();
        assertThat(saturday.end())
                .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"))
                .isEqualTo(sunday.start());
    }

    @Test
    void anEndInTheRepeatedHourIsItsSecondOccurrenceWhenNobodyFollowsAtOnce() {
        DutyCalendar calendar = calendar(
                PerimeterKind.CORE,
                new PerimeterHours(LocalTime.of(0, 30), LocalTime.of(0, 30), LocalTime.of(2, 30), false));
        DutyWindow sunday = calendar.window(SATURDAY_BEFORE_AUTUMN.plusDays(1)).orElseThrow();
        assertThat(sunday.end()).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void aStartInTheRepeatedHourIsItsFirstOccurrence() {
        DutyCalendar calendar = calendar(
                PerimeterKind.CORE,
                new PerimeterHours(LocalTime.of(2, 30), LocalTime.of(2, 30), LocalTime.of(6, 0), false));
        DutyWindow sunday = calendar.window(SATURDAY_BEFORE_AUTUMN.plusDays(1)).orElseThrow();
        assertThat(sunday.start()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void aWindowThatTheClocksSkipWhollyDoesNotExist() {
        DutyCalendar calendar = calendar(
                PerimeterKind.CORE,
                new PerimeterHours(LocalTime.of(2, 10), LocalTime.of(2, 10), LocalTime.of(2, 50), false));
        assertThat(calendar.window(SATURDAY_BEFORE_SPRING.plusDays(1))).isEmpty();
    }

    /** Every quarter of an hour as hand-over time, on both nights: the seam is one instant. */
    @ParameterizedTest(name = "hand-over at {0}")
    @MethodSource("quartersOfTheNight")
    void consecutiveDutiesNeitherOverlapNorLeaveAHole(LocalTime handOver) {
        DutyCalendar calendar = extended(handOver);
        for (LocalDate saturday : List.of(SATURDAY_BEFORE_SPRING, SATURDAY_BEFORE_AUTUMN)) {
            DutyWindow first = calendar.window(saturday).orElseThrow();
            DutyWindow second = calendar.window(saturday.plusDays(1)).orElseThrow();
            assertThat(first.end()).isEqualTo(second.start());
        }
    }

    static Stream<LocalTime> quartersOfTheNight() {
        return Stream.iterate(LocalTime.MIDNIGHT, time -> time.plusMinutes(15)).limit(5 * 4);
    }

    private static DutyCalendar extended(LocalTime handOver) {
        return calendar(PerimeterKind.EXTENDED, new PerimeterHours(LocalTime.of(18, 0), handOver, handOver, true));
    }

    private static DutyCalendar calendar(PerimeterKind kind, PerimeterHours hours) {
        return new DutyCalendar(
                PARIS,
                HolidayZone.METROPOLE,
                List.of(Perimeter.announced(kind, hours, SINCE, SINCE).agreed(SINCE, "ARS 2026-01")));
    }
}
