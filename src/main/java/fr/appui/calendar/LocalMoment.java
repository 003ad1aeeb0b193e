package fr.appui.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/**
 * A local date and time as an instant, on the nights when the clocks change too. A time that the clocks skip stands for the
 * moment they jump. A time that occurs twice is earlier as a start and later as an end: overlap is safer than a gap.
 */
final class LocalMoment {

    private LocalMoment() {}

    static Instant start(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition skipped = transitionAt(local, zone);
        return skipped != null && skipped.isGap()
                ? skipped.getInstant()
                : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    static Instant end(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition skipped = transitionAt(local, zone);
        return skipped != null && skipped.isGap()
                ? skipped.getInstant()
                : local.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }

    private static @Nullable ZoneOffsetTransition transitionAt(LocalDateTime local, ZoneId zone) {
        return zone.getRules().getTransition(local);
    }
}
