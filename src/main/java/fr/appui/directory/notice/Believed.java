package fr.appui.directory.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was seen of something outside, and is believed for a while: however often one looks, it is asked once in that time. */
public final class Believed<T> {

    private final Supplier<T> asked;
    private final Duration time;
    private final Clock clock;

    private record Seen<T>(Instant at, T what) {}

    private @Nullable Seen<T> last;

    public Believed(Supplier<T> asked, Duration time, Clock clock) {
        this.asked = asked;
        this.time = time;
        this.clock = clock;
    }

    public synchronized T get() {
        Instant now = clock.instant();
        Seen<T> seen = last;
        if (seen == null || now.isBefore(seen.at()) || !now.isBefore(seen.at().plus(time))) {
            seen = new Seen<>(now, asked.get());
            last = seen;
        }
        return seen.what();
    }
}
