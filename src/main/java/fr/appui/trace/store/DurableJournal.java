package fr.appui.trace.store;

import fr.appui.directory.StorageGate;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CutShort;
import fr.appui.trace.Journal;
import fr.appui.trace.TraceSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The journal of the running service: spool first, database after. */
@ApplicationScoped
@Startup
public class DurableJournal implements Journal {

    private static final Logger LOG = Logger.getLogger(DurableJournal.class);

    /** Half is left for the calls of the moment. */
    private static final double ROOMY = 0.5;

    private final Clock clock;
    private final DataSource database;
    private final EventTables tables;
    private final StorageGate gate;
    private final Spool spool;
    private final Drainer drainer;
    private final Counter lost;

    @Inject
    DurableJournal(
            TraceSettings settings,
            DataSource database,
            @ConfigProperty(name = "quarkus.application.version") String version,
            StorageGate gate,
            Clock clock,
            MeterRegistry meters,
            Event<CallsStored> stored) {
        this.clock = clock;
        this.gate = gate;
        this.database = database;
        this.tables = new EventTables(database, version, clock::millis);
        this.spool = Spool.open(settings.spool(), settings.spoolCapacity());
        this.drainer = new Drainer(spool, tables, () -> gate.refusal().isEmpty(), () -> stored.fire(new CallsStored()));
        this.lost = meters.counter("appui.journal.lost");
        meters.gauge("appui.journal.waiting", spool, Spool::depth);
        meters.gauge("appui.journal.parked", spool, Spool::parked);
        meters.gauge(
                "appui.journal.oldest.seconds", this, journal -> journal.age().toMillis() / 1000.0);
        drainer.start();
    }

    @Override
    public void append(List<CallEvent> events) {
        keep(events, () -> spool.add(events, false));
    }

    @Override
    public void appendLive(List<CallEvent> events) {
        keep(events, () -> spool.addSoon(events));
    }

    @Override
    public void appendRebuilt(List<CallEvent> events) {
        keep(events, () -> spool.add(events, true));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendKept(List<CallEvent> events) {
        try (Connection joined = database.getConnection()) {
            tables.writeWithin(
                    joined,
                    events.stream()
                            .map(event -> new Spool.Entry(0, event, false))
                            .toList());
        } catch (SQLException refused) {
            throw new IllegalStateException("the trace cannot be written", refused);
        }
    }

    @Override
    public void switchStarted(String switchName, Instant since) {
        if (spool.depth() > 0 || gate.refusal().isPresent()) {
            return;
        }
        try {
            tables.openBefore(switchName, since).forEach(told -> appendRebuilt(CutShort.closing(told)));
        } catch (SQLException away) {
            LOG.debugf(away, "switch %s: its calls without an end are ended when storage is back", switchName);
        }
    }

    @Override
    public boolean hasRoom() {
        return spool.fill() < ROOMY;
    }

    private void keep(List<CallEvent> events, BooleanSupplier isTaken) {
        if (events.isEmpty()) {
            return;
        }
        try {
            if (isTaken.getAsBoolean()) {
                drainer.wake();
            } else {
                lose(events, null);
            }
        } catch (RuntimeException bug) {
            lose(events, bug);
        }
    }

    private void lose(List<CallEvent> events, @Nullable RuntimeException bug) {
        lost.increment(events.size());
        for (CallEvent event : events) {
            LOG.errorf(bug, "call %s: event %s is lost, the spool did not take it", event.call(), event.key());
        }
    }

    Spool spool() {
        return spool;
    }

    Optional<String> trouble() {
        return drainer.trouble();
    }

    @Override
    public Duration age() {
        Instant now = clock.instant();
        return spool.oldest().map(oldest -> Duration.between(oldest, now)).orElse(Duration.ZERO);
    }

    @PreDestroy
    void stop() {
        drainer.stop();
        spool.close();
    }
}
