package fr.appui.directory;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** A date as a French sentence says it. */
public final class FrenchDate {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE", Locale.FRENCH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H'\u00a0h\u00a0'mm", Locale.FRENCH);

    /** Of a month: followed by its name. */
    private static final Pattern FIRST = Pattern.compile("(?<!\\d)1(?= \\p{L}{3})");

    private FrenchDate() {}

    /** {@code 14 novembre 2026}, {@code 1er mai 2026}. */
    public static String of(LocalDate date) {
        return ordinal(DATE.format(date));
    }

    /** {@code mardi 1 mai} as it is said: {@code mardi 1er mai}. */
    public static String ordinal(String written) {
        return FIRST.matcher(written).replaceAll("1er");
    }

    /** {@code samedi 14 novembre 2026 à 18 h 30}, with unbreakable spaces within the time. */
    public static String andTime(ZonedDateTime moment) {
        return DAY.format(moment) + " " + of(moment.toLocalDate()) + " à " + TIME.format(moment);
    }
}
