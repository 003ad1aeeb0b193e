package fr.appui.telephony;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.InvalidInput;
import fr.appui.outreach.LineAnswer;
import fr.appui.outreach.LoopedBack;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.RotaRefreshed;
import fr.appui.trace.CallId;
import fr.appui.trace.Journal;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.asteriskjava.fastagi.AgiScript;
import org.jboss.logging.Logger;

/** The room's parts, put together at start and ended at stop. Asterisk need not be there. */
@ApplicationScoped
class Telephony {

    private static final Logger LOG = Logger.getLogger(Telephony.class);

    private static final int WITH_THE_ROTA_IN_MEMORY = 200;

    private final TelephonySettings settings;
    private final CurrentRota rota;
    private final Journal journal;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Switchboard.Told told;
    private final ObjectMapper json;
    private final Recordings recordings;
    private final QuestionSecrets secrets;
    private final AgiScript questions;
    private final Optional<EarlyCalls> early;
    private final FastAgiServer server;
    private final List<Switchboard> switches;

    Telephony(
            TelephonySettings settings,
            CurrentRota rota,
            Journal journal,
            Clock clock,
            MeterRegistry meters,
            Event<LineAnswer> answers,
            Event<LoopedBack> loops,
            ObjectMapper json,
            Tracer tracer) {
        this.settings = settings;
        this.rota = rota;
        this.journal = journal;
        this.clock = clock;
        this.meters = meters;
        this.told = new Switchboard.Told(answers::fireAsync, loops::fireAsync);
        this.json = json;
        this.recordings = new Recordings(settings.territoryRecordings());
        this.secrets = new QuestionSecrets(settings.switches());
        this.questions = new TracedQuestions(
                new Questions(
                        rota::current,
                        journal,
                        clock,
                        new AnswerText(recordings, number -> rota.current().isOnePersons(number)),
                        this::isWitnessed,
                        secrets::isTrusted,
                        this::prove,
                        meters),
                tracer);
        this.early = EarlyCalls.takeOver();
        this.server = early.map(EarlyCalls::server).orElseGet(() -> server(settings.fastagi(), questions));
        this.switches = settings.switches().entrySet().stream()
                .map(entry -> switchboard(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Before anything that waits for a database. */
    void start(@Observes @Priority(WITH_THE_ROTA_IN_MEMORY) StartupEvent started) {
        early.ifPresentOrElse(open -> open.goTo(questions, journal), server::start);
        LOG.infof("calls are answered, from the rota of %s", rota.current().takenAt());
        switches.forEach(this::watch);
        switches.forEach(Switchboard::start);
        if (switches.isEmpty()) {
            LOG.warn("no switch is configured (appui.telephony.switches): calls are decided, but how they end is not"
                    + " traced");
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        switches.forEach(Switchboard::stop);
        server.stop();
    }

    /** What changed is in Asterisk's own database a moment later. */
    void rotaChanged(@Observes RotaRefreshed refreshed) {
        switches.forEach(Switchboard::wake);
    }

    List<Switchboard> switches() {
        return switches;
    }

    boolean answersQuestions() {
        return server.isOpen();
    }

    private Switchboard switchboard(String name, TelephonySettings.Switch asterisk) {
        CelCalls calls = new CelCalls(name, this::territory);
        Optional<CelRounds> rounds = asterisk.celFile()
                .map(file -> new CelRounds.Subject(name, file, calls.known()))
                .map(subject -> new CelRounds(subject, settings.rebuild(), clock, journal, meters));
        LadderKeeper ladders = new LadderKeeper(
                rota::current, clock, recordings, settings.ladders().ahead());
        AriLink ari = new AriLink(name, asterisk.ari(), json);
        return new Switchboard(name, asterisk, ari, clock, journal, calls, ladders, rounds, told);
    }

    private static FastAgiServer server(TelephonySettings.FastAgi settings, AgiScript questions) {
        try {
            return new FastAgiServer(settings.host(), settings.port(), questions);
        } catch (IOException taken) {
            throw new InvalidInput(
                    "appui.telephony.fastagi.port : le service ne peut pas écouter sur le port " + settings.port()
                            + " de "
                            + settings.host()
                            + " ; voir quel programme le tient (« ss -ltnp ») et l’arrêter, ou changer ce réglage,"
                            + " appui.telephony.fastagi.host, et APPUI_NODES sur les commutateurs",
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
        board.celProblem()
                .ifPresent(set -> Gauge.builder("appui.telephony.cel.up", () -> board.isRead() ? 1 : 0)
                        .description("Whether the CEL file holds what the switch tells, and can be read")
                        .tag("switch", board.name())
                        .register(meters));
        Gauge.builder("appui.telephony.trunk.up", () -> board.trunks().carrierUp())
                .description("Whether the operator's end of the trunk is there, as Asterisk sees it")
                .tag("switch", board.name())
                .register(meters);
        Gauge.builder("appui.telephony.trunk.channels", () -> board.room().channels())
                .description("Conversations that the operator's trunk carries at once; 0: the site did not tell")
                .tag("switch", board.name())
                .register(meters);
        Gauge.builder("appui.telephony.trunk.kept", () -> board.room().kept())
                .description("How many of them are taken, or kept for who is in")
                .tag("switch", board.name())
                .register(meters);
        full(board, "switch", one -> one.room().refused());
        full(board, "operator", one -> one.room().refusedByOperator());
        Gauge.builder("appui.telephony.calls", board::callsUnderWay)
                .tag("switch", board.name())
                .register(meters);
    }

    /** The counter keeps what it reads from by a weak reference: the switch itself, which stays. */
    private void full(Switchboard board, String by, ToDoubleFunction<Switchboard> refused) {
        FunctionCounter.builder("appui.telephony.trunk.full", board, refused)
                .description(
                        "Calls that the switch refused because the trunk was full, or that the operator refused (503), since it runs")
                .tag("switch", board.name())
                .tag("by", by)
                .register(meters);
    }

    /** Live, or later from what the switch wrote: the switch says better than we guess whether a telephone rang. */
    private boolean isWitnessed(CallId call) {
        return switches.stream().anyMatch(board -> (board.isUp() || board.isRead()) && call.isOf(board.name()));
    }

    /** Asked once the switches are there: none is told of a proof before. */
    private Optional<String> prove(RoundTrip.Question question) {
        return switches.stream()
                .flatMap(board -> board.roundTrip().answer(question).stream())
                .findFirst();
    }

    private Optional<TerritoryCode> territory(PhoneNumber dialled, Instant at) {
        return rota.current().line(dialled, at).map(SupportLine::territory);
    }
}
