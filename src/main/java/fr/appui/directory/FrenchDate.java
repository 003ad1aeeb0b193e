package fr.appui.directory;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A date as a French sentence says it. */
public final class FrenchDate {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);

    private FrenchDate() {}

    /** {@code 14 novembre 2026}, {@code 1er mai 2026}. */
    public static String of(LocalDate date) {
        String written = DATE.format(date);
        return date.getDayOfMonth() == 1 ? "1er" + written.substring(1) : written;
    }
}
