package fr.appui.telephony;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.CurrentRota;
import fr.appui.trace.CallId;
import fr.appui.trace.Journal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The room's parts, put together at start and ended at stop. Asterisk need not be there. */
@ApplicationScoped
class Telephony {

    private static final Logger LOG = Logger.getLogger(Telephony.class);

    private static final Path NO_FILE = Path.of("");

    private final CurrentRota rota;
    private final MeterRegistry meters;
    private final FastAgiServer server;
    private final List<Switchboard> switches;

    Telephony(TelephonySettings settings, CurrentRota rota, Journal journal, Clock clock, MeterRegistry meters) {
        this.rota = rota;
        this.meters = meters;
        Recordings recordings = new Recordings(settings.territoryRecordings());
        this.server = server(
                settings.fastagi(),
                new Questions(rota::current, journal, clock, new AnswerText(recordings), this::isWitnessed, meters));
        this.switches = settings.switches().entrySet().stream()
                .map(entry -> switchboard(
                        entry.getKey(),
                        entry.getValue(),
                        clock,
                        journal,
                        new LadderKeeper(
                                rota::current,
                                clock,
                                recordings,
                                settings.ladders().ahead())))
                .toList();
    }

    void start(@Observes StartupEvent started) {
        server.start();
        switches.forEach(this::watch);
        switches.forEach(Switchboard::start);
        if (switches.isEmpty()) {
            LOG.warn(
                    "no switch is configured (appui.telephony.switches): calls are decided, but how they end is not traced");
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        switches.forEach(Switchboard::stop);
        server.stop();
    }

    List<Switchboard> switches() {
        return switches;
    }

    boolean answersQuestions() {
        return server.isOpen();
    }

    private Switchboard switchboard(
            String name, TelephonySettings.Switch settings, Clock clock, Journal journal, LadderKeeper ladders) {
        CelCalls live = new CelCalls(name, this::territory);
        Rebuilding rebuilding = new Rebuilding(
                new CelFile(settings.celFile().orElse(NO_FILE)),
                new CelCalls(name, this::territory),
                journal,
                live::followed);
        return new Switchboard(name, settings, clock, journal, live, ladders, rebuilding);
    }

    private static FastAgiServer server(TelephonySettings.FastAgi settings, Questions questions) {
        try {
            return new FastAgiServer(settings.host(), settings.port(), questions);
        } catch (IOException taken) {
            throw new UncheckedIOException(
                    "FastAGI: cannot listen on " + settings.host() + ":" + settings.port()
                            + " (appui.telephony.fastagi.port)",
                    taken);
        }
    }

    private void watch(Switchboard board) {
        Gauge.builder("appui.telephony.switch.up", () -> board.isUp() ? 1 : 0)
                .tag("switch", board.name())
                .register(meters);
        Gauge.builder(
                        "appui.telephony.ladder.age.seconds",
                        () -> board.ladderAge().map(Duration::toSeconds).orElse(-1L))
                .description("How old the static ladders in AstDB are; -1 before the first writing")
                .tag("switch", board.name())
                .register(meters);
        Gauge.builder("appui.telephony.calls", board::callsUnderWay)
                .tag("switch", board.name())
                .register(meters);
    }

    private boolean isWitnessed(CallId call) {
        return switches.stream().anyMatch(board -> board.isUp() && call.value().startsWith(board.name() + "-"));
    }

    private Optional<TerritoryCode> territory(PhoneNumber dialled) {
        return rota.current().line(dialled).map(SupportLine::territory);
    }
}
