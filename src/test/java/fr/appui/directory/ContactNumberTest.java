package fr.appui.directory;

import static fr.appui.directory.Volunteers.HOST;
import static fr.appui.directory.Volunteers.career;
import static fr.appui.directory.Volunteers.physician;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContactNumberTest {

    private static final PhoneNumber MOBILE = PhoneNumber.parse("06 39 98 00 01");
    private static final PhoneNumber WARD = PhoneNumber.parse("03 53 01 00 02");
    private static final LocalDateTime FRIDAY = LocalDateTime.of(2026, 11, 13, 0, 0);

    @Test
    void numbersAreTriedInTheirOrderWithinTheirHours() {
        Physician physician = physician(
                career(HOST),
                only(WARD, UsableHours.everyDay(LocalTime.of(8, 0), LocalTime.of(20, 0))),
                ContactNumber.always(MOBILE));
        assertThat(physician.numbersAt(FRIDAY.withHour(7).withMinute(59))).containsExactly(MOBILE);
        assertThat(physician.numbersAt(FRIDAY.withHour(8))).containsExactly(WARD, MOBILE);
        assertThat(physician.numbersAt(FRIDAY.withHour(19).withMinute(59))).containsExactly(WARD, MOBILE);
        assertThat(physician.numbersAt(FRIDAY.withHour(20))).containsExactly(MOBILE);
    }

    @Test
    void hoursPastMidnightBelongToTheDayTheyBeginOn() {
        UsableHours fridayNight = new UsableHours(Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 0));
        assertThat(fridayNight.contain(FRIDAY.withHour(5))).isFalse();
        assertThat(fridayNight.contain(FRIDAY.withHour(21).withMinute(59))).isFalse();
        assertThat(fridayNight.contain(FRIDAY.withHour(22))).isTrue();
        assertThat(fridayNight.contain(FRIDAY.plusDays(1).withHour(5).withMinute(59)))
                .isTrue();
        assertThat(fridayNight.contain(FRIDAY.plusDays(1).withHour(6))).isFalse();
        assertThat(fridayNight.contain(FRIDAY.plusDays(1).withHour(23))).isFalse();
    }

    @Test
    void whereNoNumberMayBeUsedAllAreTriedRatherThanNone() {
        Physician physician =
                physician(career(HOST), only(WARD, UsableHours.everyDay(LocalTime.of(8, 0), LocalTime.of(20, 0))));
        assertThat(physician.numbersAt(FRIDAY.withHour(23))).containsExactly(WARD);
    }

    private static ContactNumber only(PhoneNumber number, UsableHours hours) {
        return new ContactNumber(number, Optional.of(hours));
    }
}
