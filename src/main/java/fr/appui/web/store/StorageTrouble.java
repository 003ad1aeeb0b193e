package fr.appui.web.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Storage failed a moment ago: who can do without it does not wait for it a second time. */
@ApplicationScoped
public class StorageTrouble {

    private static final Duration A_MOMENT = Duration.ofSeconds(15);

    private final Clock clock;
    private volatile Instant last = Instant.EPOCH;

    public StorageTrouble(Clock clock) {
        this.clock = clock;
    }

    public void noticed() {
        last = clock.instant();
    }

    public boolean isRecent() {
        return clock.instant().isBefore(last.plus(A_MOMENT));
    }
}
