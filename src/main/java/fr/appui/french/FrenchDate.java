package fr.appui.french;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A date as a French sentence says it; the first of a month is « 1er ». */
public final class FrenchDate {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.FRENCH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.FRENCH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.FRENCH);

    private FrenchDate() {}

    /** {@code 14 novembre 2026}, {@code 1er mai 2026}. */
    public static String of(LocalDate date) {
        return ordinal(DATE.format(date), date);
    }

    /** {@code samedi 14 novembre}. */
    public static String day(LocalDate date) {
        return ordinal(DAY.format(date), date);
    }

    /** {@code samedi 14 novembre 2026}. */
    public static String dayAndYear(LocalDate date) {
        return day(date) + " " + date.getYear();
    }

    /** {@code sam. 14 nov.}. */
    public static String shortDay(LocalDate date) {
        return ordinal(SHORT_DAY.format(date), date);
    }

    /** {@code novembre 2026}. */
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** {@code 18 h 30}. */
    public static String time(ZonedDateTime moment) {
        return FrenchTime.of(moment.toLocalTime());
    }

    /** {@code samedi 14 novembre à 18 h 30}: within the year, as one says it. */
    public static String dayAndTime(ZonedDateTime moment) {
        return day(moment.toLocalDate()) + " à " + time(moment);
    }

    /** {@code samedi 14 novembre 2026 à 18 h 30}. */
    public static String andTime(ZonedDateTime moment) {
        return dayAndYear(moment.toLocalDate()) + " à " + time(moment);
    }

    private static String ordinal(String written, LocalDate date) {
        return date.getDayOfMonth() == 1 ? written.replaceFirst("\\b1\\b", "1er") : written;
    }
}
