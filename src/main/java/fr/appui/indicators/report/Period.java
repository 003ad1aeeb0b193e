package fr.appui.indicators.report;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days that figures cover: a year ({@code 2026}), a civil quarter ({@code 2026-Q3}) or a month ({@code 2026-03}).
 *
 * @param months 12, 3 or 1
 */
public record Period(int year, int firstMonth, int months) {

    public static final int EARLIEST_YEAR = 2000;
    public static final int LATEST_YEAR = 2100;
    private static final int MONTHS_IN_A_QUARTER = 3;
    private static final int MONTHS_IN_A_YEAR = 12;
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})(?:-(?:[QT]([1-4])|(0[1-9]|1[0-2])))?");

    public Period {
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            throw new InvalidInput("période : choisir une année de " + EARLIEST_YEAR + " à " + LATEST_YEAR);
        }
    }

    public static Period year(int year) {
        return new Period(year, 1, MONTHS_IN_A_YEAR);
    }

    public static Period quarter(int year, int quarter) {
        return new Period(year, (quarter - 1) * MONTHS_IN_A_QUARTER + 1, MONTHS_IN_A_QUARTER);
    }

    public static Period month(YearMonth month) {
        return new Period(month.getYear(), month.getMonthValue(), 1);
    }

    /** Empty when the text is none of the three. */
    public static Optional<Period> parse(String text) {
        Matcher written = WRITTEN.matcher(WrittenValue.of(text));
        if (!written.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(written.group(1));
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            return Optional.empty();
        }
        if (written.group(2) != null) {
            return Optional.of(quarter(year, Integer.parseInt(written.group(2))));
        }
        return Optional.of(
                written.group(3) == null ? year(year) : month(YearMonth.of(year, Integer.parseInt(written.group(3)))));
    }

    public LocalDate first() {
        return LocalDate.of(year, firstMonth, 1);
    }

    public LocalDate last() {
        return first().plusMonths(months).minusDays(1);
    }

    public boolean isYear() {
        return months == MONTHS_IN_A_YEAR;
    }

    public Period yearBefore() {
        return new Period(year - 1, firstMonth, months);
    }

    /** The one that ends the day before this one begins. */
    public Period before() {
        YearMonth first = YearMonth.of(year, firstMonth).minusMonths(months);
        return new Period(first.getYear(), first.getMonthValue(), months);
    }

    /** As {@link #parse} reads it. */
    public String code() {
        return switch (months) {
            case MONTHS_IN_A_YEAR -> String.valueOf(year);
            case MONTHS_IN_A_QUARTER -> year + "-Q" + quarterNumber();
            default -> "%d-%02d".formatted(year, firstMonth);
        };
    }

    /** At the head of a column: 2026, T3 2026, mars 2026. */
    public String label() {
        return switch (months) {
            case MONTHS_IN_A_YEAR -> String.valueOf(year);
            case MONTHS_IN_A_QUARTER -> "T" + quarterNumber() + " " + year;
            default -> Month.of(firstMonth).getDisplayName(TextStyle.FULL, Locale.FRENCH) + " " + year;
        };
    }

    /** In a title: année 2026, 3e trimestre 2026, mars 2026. */
    public String words() {
        return switch (months) {
            case MONTHS_IN_A_YEAR -> "année " + year;
            case MONTHS_IN_A_QUARTER -> quarterNumber() + (quarterNumber() == 1 ? "er" : "e") + " trimestre " + year;
            default -> label();
        };
    }

    /** Whether part of this civil quarter of its year belongs to it. */
    boolean touchesQuarter(int quarter) {
        int first = (quarter - 1) * MONTHS_IN_A_QUARTER + 1;
        return firstMonth < first + MONTHS_IN_A_QUARTER && firstMonth + months > first;
    }

    /** The last of its days that is over, where the clock says that. */
    LocalDate until(Instant now, ZoneId zone) {
        LocalDate yesterday = LocalDate.ofInstant(now, zone).minusDays(1);
        return yesterday.isBefore(last()) ? yesterday : last();
    }

    /** The day up to which the year before is compared, so that like is compared with like. */
    LocalDate comparedUntil(LocalDate coversUntil) {
        return coversUntil.equals(last()) ? yearBefore().last() : coversUntil.minusYears(1);
    }

    /** Up to which of its days this period, the one before, is compared with a later one that was counted until then. */
    LocalDate comparedUntil(Period later, LocalDate until) {
        if (until.equals(later.last())) {
            return last();
        }
        LocalDate sameDay = first().plusDays(ChronoUnit.DAYS.between(later.first(), until));
        return sameDay.isBefore(last()) ? sameDay : last();
    }

    private int quarterNumber() {
        return (firstMonth - 1) / MONTHS_IN_A_QUARTER + 1;
    }
}
