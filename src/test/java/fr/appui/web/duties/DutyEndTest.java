package fr.appui.web.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class DutyEndTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZonedDateTime FRIDAY =
            LocalDate.of(2026, 11, 27).atTime(18, 30).atZone(PARIS);
    private static final ZonedDateTime SATURDAY =
            LocalDate.of(2026, 11, 28).atTime(8, 30).atZone(PARIS);
    private static final ZonedDateTime MONDAY =
            LocalDate.of(2026, 11, 30).atTime(8, 30).atZone(PARIS);

    private static OwnDuties.Own duty(ZonedDateTime start, ZonedDateTime end) {
        return new OwnDuties.Own(start.toLocalDate(), start, end, "Oise", "HDF-OISE", 1, List.of(), false);
    }

    @Test
    void aWeekendIsOneDutyWhateverItsDates() {
        var duties =
                List.of(duty(FRIDAY, SATURDAY), duty(SATURDAY, MONDAY), duty(MONDAY.plusDays(3), MONDAY.plusDays(4)));
        assertThat(DutyEnd.of(duties, FRIDAY.plusHours(3).toInstant())).contains(MONDAY.plusHours(2));
    }

    @Test
    void aDutyCountsFromTheDayBefore() {
        var duties = List.of(duty(FRIDAY, SATURDAY));
        Instant dayBefore = FRIDAY.minusHours(24).toInstant();
        assertThat(DutyEnd.of(duties, dayBefore)).contains(SATURDAY.plusHours(2));
        assertThat(DutyEnd.of(duties, dayBefore.minusSeconds(1))).isEmpty();
    }

    @Test
    void whoHoldsNothingKeepsNothing() {
        assertThat(DutyEnd.of(List.of(), FRIDAY.toInstant())).isEmpty();
    }
}
