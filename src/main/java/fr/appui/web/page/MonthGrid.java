package fr.appui.web.page;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A month as a calendar shows it: weeks from Monday on; an empty place is outside the month. */
public final class MonthGrid {

    private MonthGrid() {}

    public static <T> List<List<Optional<T>>> weeks(YearMonth month, Function<LocalDate, T> day) {
        LocalDate monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(monday, start -> !start.isAfter(month.atEndOfMonth()), start -> start.plusWeeks(1))
                .map(start -> start.datesUntil(start.plusWeeks(1))
                        .map(date -> Optional.of(date)
                                .filter(in -> YearMonth.from(in).equals(month))
                                .map(day))
                        .toList())
                .toList();
    }

    /** The month asked for; {@code otherwise} where it is not readable or out of bounds. */
    public static YearMonth asked(String written, YearMonth first, YearMonth last, YearMonth otherwise) {
        try {
            YearMonth month = YearMonth.parse(written);
            return month.isBefore(first) || month.isAfter(last) ? otherwise : month;
        } catch (DateTimeException unreadable) {
            return otherwise;
        }
    }
}
