package fr.appui.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.directory.HolidayZone;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PublicHolidaysTest {

    @Test
    void metropolitanFranceHasElevenIn2026() {
        assertThat(dates(HolidayZone.METROPOLE, 2026))
                .containsExactly(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 4, 6),
                        LocalDate.of(2026, 5, 1),
                        LocalDate.of(2026, 5, 8),
                        LocalDate.of(2026, 5, 14),
                        LocalDate.of(2026, 5, 25),
                        LocalDate.of(2026, 7, 14),
                        LocalDate.of(2026, 8, 15),
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 11, 11),
                        LocalDate.of(2026, 12, 25));
    }

    @Test
    void alsaceMoselleAddsGoodFridayAndTheSecondDayOfChristmas() {
        assertThat(dates(HolidayZone.ALSACE_MOSELLE, 2026))
                .hasSize(13)
                .containsAll(dates(HolidayZone.METROPOLE, 2026))
                .contains(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 12, 26));
    }

    @ParameterizedTest
    @CsvSource({
        "GUADELOUPE, --05-27",
        "MARTINIQUE, --05-22",
        "GUYANE, --06-10",
        "REUNION, --12-20",
        "MAYOTTE, --04-27",
        "SAINT_BARTHELEMY, --10-09",
        "SAINT_MARTIN, --05-28",
        "NOUVELLE_CALEDONIE, --09-24",
        "WALLIS_ET_FUTUNA, --07-29"
    })
    void overseasZonesHaveTheirOwn(HolidayZone zone, MonthDay own) {
        assertThat(PublicHolidays.isHoliday(zone, own.atYear(2026))).isTrue();
        assertThat(PublicHolidays.isHoliday(HolidayZone.METROPOLE, own.atYear(2026)))
                .isFalse();
    }

    @Test
    void twoHolidaysOnOneDateAreOneDay() {
        List<PublicHoliday> year = PublicHolidays.of(HolidayZone.METROPOLE, 2008);
        assertThat(year).hasSize(10);
        assertThat(year)
                .filteredOn(holiday -> holiday.date().equals(LocalDate.of(2008, 5, 1)))
                .singleElement()
                .satisfies(holiday ->
                        assertThat(holiday.name()).contains("Ascension").contains(" et "));
    }

    @ParameterizedTest
    @EnumSource
    void everyHolidayOfEveryZoneHasAFrenchName(HolidayZone zone) {
        assertThat(PublicHolidays.of(zone, 2026))
                .hasSizeGreaterThanOrEqualTo(11)
                .allSatisfy(holiday -> assertThat(holiday.name()).isNotBlank().doesNotContainIgnoringCase("undefined"));
    }

    @Test
    void aReligiousObservanceThatIsNoLegalHolidayIsAWorkingDay() {
        assertThat(dates(HolidayZone.MAYOTTE, 2026))
                .hasSize(12)
                .doesNotContain(LocalDate.of(2026, 3, 20), LocalDate.of(2026, 5, 27));
    }

    @ParameterizedTest
    @CsvSource({"2004, 2004-05-31", "2005, 2005-05-16", "2006, 2006-06-05", "2007, 2007-05-28", "2008, 2008-05-12"})
    void whitMondayStayedAPublicHolidayWhenItWasTheDayOfSolidarity(int year, LocalDate whitMonday) {
        for (HolidayZone zone : HolidayZone.values()) {
            assertThat(PublicHolidays.isHoliday(zone, whitMonday))
                    .as("%s", zone)
                    .isTrue();
        }
        assertThat(PublicHolidays.of(HolidayZone.METROPOLE, year)).hasSize(year == 2008 ? 10 : 11);
    }

    @Test
    void aYearOutOfBoundsIsRefused() {
        assertThatThrownBy(() -> PublicHolidays.of(HolidayZone.METROPOLE, 1949)).hasMessageContaining("1949");
        assertThat(PublicHolidays.of(HolidayZone.METROPOLE, 2199)).isNotEmpty();
    }

    private static List<LocalDate> dates(HolidayZone zone, int year) {
        return PublicHolidays.of(zone, year).stream().map(PublicHoliday::date).toList();
    }
}
