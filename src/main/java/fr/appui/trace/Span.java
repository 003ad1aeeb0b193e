package fr.appui.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** From {@code start}, included, to {@code end}, excluded. */
record Span(Instant start, Instant end) {

    /** Empty when a clock that was set back in between puts the end before the start. */
    static Span between(Instant start, Instant end) {
        return new Span(start, end.isBefore(start) ? start : end);
    }

    boolean contains(Instant t) {
        return !t.isBefore(start) && t.isBefore(end);
    }

    Duration length() {
        return Duration.between(start, end);
    }

    static boolean anyContains(List<Span> spans, Instant t) {
        return spans.stream().anyMatch(span -> span.contains(t));
    }
}
