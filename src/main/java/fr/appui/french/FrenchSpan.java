package fr.appui.french;

import java.time.Duration;
import java.time.Period;

/** How long, in words: {@code P90D} is « 90 jours ». */
public final class FrenchSpan {

    private static final int HOURS_A_DAY = 24;
    private static final int MINUTES_AN_HOUR = 60;

    private FrenchSpan() {}

    public static String of(String iso) {
        if (iso.contains("T")) {
            Duration time = Duration.parse(iso);
            if (time.toHours() % HOURS_A_DAY == 0) {
                return count(time.toDays(), "jour");
            }
            return time.toMinutes() % MINUTES_AN_HOUR == 0
                    ? count(time.toHours(), "heure")
                    : count(time.toMinutes(), "minute");
        }
        Period span = Period.parse(iso);
        if (span.getDays() == 0 && span.getMonths() == 0) {
            return count(span.getYears(), "an");
        }
        return span.getDays() == 0 ? span.toTotalMonths() + " mois" : count(span.getDays(), "jour");
    }

    private static String count(long number, String unit) {
        return number + "\u00a0" + unit + (number > 1 ? "s" : "");
    }
}
