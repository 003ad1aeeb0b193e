package fr.appui.planning.life;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

final class InMemoryTurns implements Turns {

    private final Map<String, Instant> due = new HashMap<>();

    @Override
    public boolean take(String name, Instant now, Instant next) {
        boolean isDue = !due.getOrDefault(name, now).isAfter(now);
        if (isDue) {
            due.put(name, next);
        }
        return isDue;
    }
}
