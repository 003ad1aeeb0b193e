package fr.appui.french;

import java.time.Duration;

/** A duration as one says it: « 20 s », « 8 min 12 s », « 1 h 02 min », with no-break spaces. */
public final class FrenchDuration {

    private FrenchDuration() {}

    /** Of hours held: « 361 h 30 », « 4 h », to the minute. */
    public static String hours(Duration held) {
        Duration rounded = held.plusSeconds(30);
        return rounded.toHours() + "\u00a0h"
                + (rounded.toMinutesPart() == 0 ? "" : "\u00a0%02d".formatted(rounded.toMinutesPart()));
    }

    public static String of(Duration duration) {
        Duration rounded = duration.plusMillis(500);
        if (rounded.toHours() > 0) {
            return "%d\u00a0h\u00a0%02d\u00a0min".formatted(rounded.toHours(), rounded.toMinutesPart());
        }
        if (rounded.toMinutes() > 0) {
            return "%d\u00a0min\u00a0%02d\u00a0s".formatted(rounded.toMinutes(), rounded.toSecondsPart());
        }
        return rounded.toSeconds() + "\u00a0s";
    }
}
