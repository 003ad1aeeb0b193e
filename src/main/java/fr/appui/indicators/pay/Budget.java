package fr.appui.indicators.pay;

import fr.appui.calendar.DayKind;
import fr.appui.calendar.DutyWindow;
import java.util.Collection;

/**
 * What covering a year costs at the flat rates.
 *
 * @param nonWorkingDays Saturdays, Sundays and public holidays
 */
public record Budget(long workingDays, long nonWorkingDays, Money workingAmount, Money nonWorkingAmount) {

    private static final long BUDGETED_WORKING_DAYS = 250;
    private static final long BUDGETED_NON_WORKING_DAYS = 115;

    /** The year the subsidy is computed on (doc 001 §5): 250 working days and 115 others, at one tariff. */
    public static Budget ofTheSubsidy(Tariff tariff) {
        return new Budget(
                BUDGETED_WORKING_DAYS,
                BUDGETED_NON_WORKING_DAYS,
                tariff.workingDay().times(BUDGETED_WORKING_DAYS),
                tariff.nonWorkingDay().times(BUDGETED_NON_WORKING_DAYS));
    }

    /** The same for a year whose days had several perimeters or tariffs: each day counts at its own. */
    public static Budget ofTheSubsidy(Collection<DutyWindow> windows, Tariffs tariffs) {
        Budget real = ofTheCalendar(windows, tariffs);
        return new Budget(
                BUDGETED_WORKING_DAYS,
                BUDGETED_NON_WORKING_DAYS,
                scaled(real.workingAmount, real.workingDays, BUDGETED_WORKING_DAYS),
                scaled(real.nonWorkingAmount, real.nonWorkingDays, BUDGETED_NON_WORKING_DAYS));
    }

    private static Money scaled(Money amount, long days, long budgeted) {
        return days == 0 ? Money.ZERO : new Money(Math.round(amount.cents() * budgeted / (double) days));
    }

    /** The windows as the calendar has them, each at the tariff and perimeter of its date. */
    public static Budget ofTheCalendar(Collection<DutyWindow> windows, Tariffs tariffs) {
        return new Budget(
                count(windows, DayKind.WORKING),
                count(windows, DayKind.NON_WORKING),
                amount(windows, DayKind.WORKING, tariffs),
                amount(windows, DayKind.NON_WORKING, tariffs));
    }

    public Money total() {
        return workingAmount.plus(nonWorkingAmount);
    }

    private static long count(Collection<DutyWindow> windows, DayKind kind) {
        return windows.stream().filter(window -> window.kind() == kind).count();
    }

    private static Money amount(Collection<DutyWindow> windows, DayKind kind, Tariffs tariffs) {
        return Money.sum(
                windows.stream().filter(window -> window.kind() == kind).map(tariffs::flatRate));
    }
}
