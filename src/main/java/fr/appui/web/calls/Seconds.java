package fr.appui.web.calls;

import java.math.BigDecimal;
import java.time.Duration;

/** Seconds with their milliseconds, exact: those of the phases add up to the total. */
final class Seconds {

    private Seconds() {}

    static BigDecimal of(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3);
    }
}
