package fr.appui.web.regulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How many transfers one author may ask for in an hour, found or not: more is no SAMU at work, but somebody who looks for others' calls. */
final class NotingPace {

    static final int MOST = 60;

    private static final Duration HOUR = Duration.ofHours(1);

    private final Map<String, Deque<Instant>> asked = new HashMap<>();

    /** @return whether it is one of those; counts it then */
    synchronized boolean allows(String author, Instant now) {
        Instant before = now.minus(HOUR);
        asked.values().removeIf(known -> known.getLast().isBefore(before));
        Deque<Instant> own = asked.computeIfAbsent(author, one -> new ArrayDeque<>());
        while (!own.isEmpty() && own.getFirst().isBefore(before)) {
            own.removeFirst();
        }
        if (own.size() >= MOST) {
            return false;
        }
        own.addLast(now);
        return true;
    }
}
