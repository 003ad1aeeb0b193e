package fr.appui.planning.life;

import fr.appui.nodes.JobLease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

final class InMemoryLease implements JobLease {

    private final Map<String, Instant> held = new HashMap<>();
    private final InstantSource clock;

    InMemoryLease(InstantSource clock) {
        this.clock = clock;
    }

    void heldByAnother(String job, Instant until) {
        held.put(job, until);
    }

    @Override
    public boolean run(String job, Duration most, Runnable work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean runOnce(String job, Duration quiet, Runnable work) {
        Instant now = clock.instant();
        if (held.getOrDefault(job, Instant.MIN).isAfter(now)) {
            return false;
        }
        held.put(job, now.plus(quiet));
        work.run();
        return true;
    }
}
