package fr.appui.boot;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The only clock of the process. A demonstration or a story may start it at another instant, from where it runs on, and set
 * it forward or back while the service runs.
 */
final class ClockProducer {

    private static final String START = "appui.clock.start-at";
    private static final String SHIFT = "appui.clock.shift-file";

    @Produces
    @Singleton
    Clock clock(
            @ConfigProperty(name = START) Optional<Instant> startAt,
            @ConfigProperty(name = SHIFT) Optional<Path> shiftFile) {
        return of(startAt, shiftFile);
    }

    /** Before there is an application. */
    static Clock clock(Config config) {
        return of(config.getOptionalValue(START, Instant.class), config.getOptionalValue(SHIFT, Path.class));
    }

    private static Clock of(Optional<Instant> startAt, Optional<Path> shiftFile) {
        Clock system = Clock.systemUTC();
        Clock started = startAt.map(start -> Clock.offset(system, Duration.between(system.instant(), start)))
                .orElse(system);
        return shiftFile.<Clock>map(file -> new SetClock(started, file)).orElse(started);
    }
}
