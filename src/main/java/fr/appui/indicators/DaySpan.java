package fr.appui.indicators;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole days of a territory, by its own clock, the last one included; none when the last comes before the first. */
public record DaySpan(LocalDate first, LocalDate last) implements Comparable<DaySpan> {

    /** Each month, or the part of it that the span has. */
    List<DaySpan> byMonth() {
        return Stream.iterate(
                        YearMonth.from(first), month -> !month.atDay(1).isAfter(last), month -> month.plusMonths(1))
                .map(month -> new DaySpan(later(first, month.atDay(1)), earlier(last, month.atEndOfMonth())))
                .toList();
    }

    List<DaySpan> byDay() {
        return isEmpty()
                ? List.of()
                : first.datesUntil(last.plusDays(1))
                        .map(day -> new DaySpan(day, day))
                        .toList();
    }

    @Override
    public int compareTo(DaySpan other) {
        return Comparator.comparing(DaySpan::first).thenComparing(DaySpan::last).compare(this, other);
    }

    boolean isEmpty() {
        return last.isBefore(first);
    }

    boolean isWholeMonth() {
        return first.getDayOfMonth() == 1 && last.equals(YearMonth.from(first).atEndOfMonth());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
