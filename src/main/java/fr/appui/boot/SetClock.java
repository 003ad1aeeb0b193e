package fr.appui.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.config.Config;

/** A clock that somebody sets while it runs: by as many seconds as the file says, forward or back. */
final class SetClock extends Clock {

    /** Starts it at another instant, from where it runs on, and sets it. */
    public static final class BySettings implements ClockSetting {
        @Override
        public Clock set(Clock machine, Config config) {
            Clock started = config.getOptionalValue("appui.clock.start-at", Instant.class)
                    .map(start -> Clock.offset(machine, Duration.between(machine.instant(), start)))
                    .orElse(machine);
            return config.getOptionalValue("appui.clock.shift-file", Path.class)
                    .<Clock>map(file -> new SetClock(started, file))
                    .orElse(started);
        }
    }

    private static final long READ_EVERY_NANOS = Duration.ofMillis(200).toNanos();

    private final Clock running;
    private final Path file;
    private volatile Duration shift = Duration.ZERO;
    private volatile long nextReading;

    SetClock(Clock running, Path file) {
        this.running = running;
        this.file = file;
        this.nextReading = System.nanoTime();
    }

    @Override
    public Instant instant() {
        if (System.nanoTime() - nextReading >= 0) {
            nextReading = System.nanoTime() + READ_EVERY_NANOS;
            shift = read();
        }
        return running.instant().plus(shift);
    }

    /** A file that is just being written changes nothing. */
    private Duration read() {
        try {
            return Files.exists(file)
                    ? Duration.ofSeconds(Long.parseLong(Files.readString(file).strip()))
                    : Duration.ZERO;
        } catch (IOException | NumberFormatException beingWritten) {
            return shift;
        }
    }

    @Override
    public ZoneId getZone() {
        return running.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SetClock(running.withZone(zone), file);
    }
}
