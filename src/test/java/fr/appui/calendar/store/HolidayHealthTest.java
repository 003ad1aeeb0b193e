package fr.appui.calendar.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.PublicHolidays;
import fr.appui.directory.HolidayZone;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether the dates that open the line all day are known. */
class HolidayHealthTest {

    @Test
    void thisYearsAndNextYearsAreKnownInEveryZone() {
        for (int year : new int[] {2026, 2029, 2050}) {
            assertThat(health(year)).as("%d", year).containsOnlyKeys("connus jusqu’en");
        }
    }

    @Test
    void aYearOfWhichNothingIsKnownIsToldZoneByZoneAYearBefore() {
        assertThat(health(PublicHolidays.LAST_YEAR).get("attention").toString())
                .contains(HolidayZone.METROPOLE + " " + (PublicHolidays.LAST_YEAR + 1))
                .doesNotContain(HolidayZone.METROPOLE + " " + PublicHolidays.LAST_YEAR + ",");
    }

    /** Mayotte's calendar has feasts by the moon, which the JDK counts to 2174. */
    @Test
    void aZoneWhoseCalendarEndsBeforeTheOthersIsToldAlone() {
        assertThat(health(2180).get("attention").toString())
                .isEqualTo("trop peu de jours fériés connus : MAYOTTE 2180, MAYOTTE 2181");
    }

    private static Map<String, Object> health(int year) {
        Clock clock = Clock.fixed(Instant.parse(year + "-06-15T12:00:00Z"), ZoneOffset.UTC);
        return new HolidayHealth(clock).call().getData().orElseThrow();
    }
}
