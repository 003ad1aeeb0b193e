package fr.appui.boot;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The only clock of the process. A demonstration or a story may start it at another instant; it runs on from there. */
final class ClockProducer {

    @Produces
    @Singleton
    Clock clock(@ConfigProperty(name = "appui.clock.start-at") Optional<Instant> startAt) {
        Clock system = Clock.systemUTC();
        return startAt.map(start -> Clock.offset(system, Duration.between(system.instant(), start)))
                .orElse(system);
    }
}
