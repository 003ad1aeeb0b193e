package fr.appui.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.WallClock.Promise;
import fr.appui.directory.HolidayZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every minute of 2005 to 2035 and compares the windows with what a clock on the wall and the poster say. */
class EveryMinuteTest {

    private static final LocalDate FIRST = LocalDate.of(2005, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2035, 12, 31);

    static Stream<Arguments> placesAndPromises() {
        return Stream.of(
                        HolidayZone.METROPOLE,
                        HolidayZone.ALSACE_MOSELLE,
                        HolidayZone.REUNION,
                        HolidayZone.SAINT_PIERRE_ET_MIQUELON,
                        HolidayZone.NOUVELLE_CALEDONIE)
                .flatMap(zone -> Stream.of(Promise.values()).map(promise -> Arguments.of(zone, promise)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("placesAndPromises")
    void everyMinuteIsCoveredByExactlyOneWindowOrByNoneAsThePosterSays(HolidayZone place, Promise promise) {
        byte[] windowsOverMinute = countWindows(calendar(place, promise));
        WallClock wall = wallClock(place, promise);
        ZoneId zone = place.usualTimeZone();
        int offset = 0;
        for (int minute = 0; minute < windowsOverMinute.length; minute++) {
            long epochMinute = start() + minute;
            if (minute % 15 == 0) { // offsets of our zones change on quarters of an hour only
                offset = zone.getRules()
                                .getOffset(Instant.ofEpochSecond(epochMinute * 60))
                                .getTotalSeconds()
                        / 60;
            }
            long local = epochMinute + offset;
            int expected =
                    wall.promisesSomebody((int) Math.floorDiv(local, 1440L), (int) Math.floorMod(local, 1440L)) ? 1 : 0;
            if (windowsOverMinute[minute] != expected) {
                assertThat((int) windowsOverMinute[minute])
                        .as(
                                "windows over %s in %s",
                                Instant.ofEpochSecond(epochMinute * 60).atZone(zone), place)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("placesAndPromises")
    void eachDateIsOneDutyOfTheKindThatThePosterSays(HolidayZone place, Promise promise) {
        DutyCalendar calendar = calendar(place, promise);
        WallClock wall = wallClock(place, promise);
        assertThat(calendar.windows(FIRST, LAST))
                .hasSize((int) FIRST.datesUntil(LAST.plusDays(1)).count())
                .allSatisfy(window -> assertThat(window.kind() == DayKind.NON_WORKING)
                        .as("%s in %s", window.date(), place)
                        .isEqualTo(wall.isNonWorking(window.date())));
    }

    private static byte[] countWindows(DutyCalendar calendar) {
        long start = start();
        byte[] counts = new byte[(int) (LAST.plusDays(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC) / 60 - start)];
        for (DutyWindow window : calendar.windows(FIRST.minusDays(2), LAST.plusDays(2))) {
            long from = Math.max(window.start().getEpochSecond() / 60 - start, 0);
            long to = Math.min(window.end().getEpochSecond() / 60 - start, counts.length);
            for (long minute = from; minute < to; minute++) {
                counts[(int) minute]++;
            }
        }
        return counts;
    }

    private static long start() {
        return FIRST.atStartOfDay().toEpochSecond(ZoneOffset.UTC) / 60;
    }

    private static DutyCalendar calendar(HolidayZone place, Promise promise) {
        LocalDate since = LocalDate.of(2004, 1, 1);
        PerimeterHours hours = switch (promise) {
            case CORE_18 -> PerimeterHours.core();
            case SEINE_ET_MARNE -> PerimeterHours.seineEtMarne();
            case EXTENDED_18 -> PerimeterHours.extended();
            case EXTENDED_18_30 -> PerimeterHours.extended().fromHalfPastSix();
        };
        PerimeterKind kind = hours.endsNextDay() ? PerimeterKind.EXTENDED : PerimeterKind.CORE;
        Perimeter perimeter = Perimeter.announced(kind, hours, since, since).agreed(since, "ARS 2004-01");
        return new DutyCalendar(place.usualTimeZone(), place, List.of(perimeter));
    }

    private static WallClock wallClock(HolidayZone place, Promise promise) {
        return switch (place) {
            case METROPOLE -> new WallClock(promise, Set.of(), false);
            case ALSACE_MOSELLE -> new WallClock(promise, Set.of(MonthDay.of(12, 26)), true);
            case REUNION -> new WallClock(promise, Set.of(MonthDay.of(12, 20)), false);
            case SAINT_PIERRE_ET_MIQUELON -> new WallClock(promise, Set.of(), false);
            case NOUVELLE_CALEDONIE -> new WallClock(promise, Set.of(MonthDay.of(9, 24)), false);
            default -> throw new IllegalArgumentException("no poster was written for " + place);
        };
    }
}
