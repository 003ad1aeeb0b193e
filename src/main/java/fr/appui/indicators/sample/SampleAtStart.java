package fr.appui.indicators.sample;

import fr.appui.nodes.JobLease;
import fr.appui.trace.EveryCall;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/**
 * Behind a demonstration: plays the sample year that {@code appui.indicators.sample-year} names, once the service runs. Never
 * beside real calls: an installation that has a single one keeps its own.
 */
@ApplicationScoped
class SampleAtStart {

    private static final Logger LOG = Logger.getLogger(SampleAtStart.class);
    private static final Duration LONGEST_RUN = Duration.ofHours(1);

    private final SampleSettings settings;
    private final SampleRegistry registry;
    private final EveryCall calls;
    private final JobLease lease;
    private final ManagedExecutor executor;

    SampleAtStart(
            SampleSettings settings,
            SampleRegistry registry,
            EveryCall calls,
            JobLease lease,
            ManagedExecutor executor) {
        this.settings = settings;
        this.registry = registry;
        this.calls = calls;
        this.lease = lease;
        this.executor = executor;
    }

    void start(@Observes StartupEvent start) {
        settings.sampleYear().ifPresent(year -> executor.execute(() -> attempt(year)));
    }

    private void attempt(int year) {
        try {
            lease.run("indicators.sample", LONGEST_RUN, () -> play(year));
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "the sample year %d could not be played", year);
        }
    }

    private void play(int year) {
        if (calls.after(Optional.empty(), 1).isEmpty()) {
            LOG.infof("sample year %d: %d invented calls were played", year, registry.play(year, OptionalInt.empty()));
        } else {
            LOG.warnf("sample year %d left out: this installation already has calls", year);
        }
    }
}
