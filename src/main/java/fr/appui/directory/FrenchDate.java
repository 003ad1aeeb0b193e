package fr.appui.directory;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A date as a French sentence says it. */
public final class FrenchDate {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE", Locale.FRENCH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H'\u00a0h\u00a0'mm", Locale.FRENCH);

    private FrenchDate() {}

    /** {@code 14 novembre 2026}, {@code 1er mai 2026}. */
    public static String of(LocalDate date) {
        String written = DATE.format(date);
        return date.getDayOfMonth() == 1 ? "1er" + written.substring(1) : written;
    }

    /** {@code samedi 14 novembre 2026 à 18 h 30}, with unbreakable spaces within the time. */
    public static String andTime(ZonedDateTime moment) {
        return DAY.format(moment) + " " + of(moment.toLocalDate()) + " à " + TIME.format(moment);
    }
}
