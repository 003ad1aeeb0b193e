package fr.appui.french;

import java.time.LocalTime;

/** A time of day as one says it: « 18 h 30 », « 18 h », « minuit », with no-break spaces. */
public final class FrenchTime {

    private FrenchTime() {}

    public static String of(LocalTime time) {
        if (time.getHour() == 0 && time.getMinute() == 0) {
            return "minuit";
        }
        return time.getHour() + "\u00a0h" + (time.getMinute() == 0 ? "" : "\u00a0%02d".formatted(time.getMinute()));
    }
}
