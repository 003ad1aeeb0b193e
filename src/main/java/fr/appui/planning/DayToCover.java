package fr.appui.planning;

import fr.appui.calendar.DutyWindow;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/** One duty day that a rota has to cover. @param publicHoliday also true of a holiday that falls on a Sunday */
public record DayToCover(DutyWindow window, boolean publicHoliday) {

    /** The days that families gather on, shared apart from the other holidays (domain §4). */
    private static final Set<MonthDay> SPECIAL =
            Set.of(MonthDay.of(12, 24), MonthDay.of(12, 25), MonthDay.of(12, 31), MonthDay.of(1, 1));

    /** The part of it that is held from one moment to another. */
    public DayToCover between(Instant start, Instant end) {
        return new DayToCover(
                new DutyWindow(window.date(), start, end, window.perimeter(), window.kind()), publicHoliday);
    }

    public LocalDate date() {
        return window.date();
    }

    public boolean isWeekEnd() {
        return isWeekEnd(date());
    }

    public boolean isSpecial() {
        return SPECIAL.contains(MonthDay.from(date()));
    }

    public static boolean isWeekEnd(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The Monday that names a date's week. */
    public static LocalDate weekOf(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
