package fr.appui.telephony;

import fr.appui.rota.IndexedRota;
import fr.appui.trace.CallId;
import fr.appui.trace.Journal;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.asteriskjava.fastagi.AgiScript;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Questions answered while the application is still being put together, by the same decisions, from the rota that is given. The
 * application takes the door over, open as it is, and what was recorded until then. What a process that dies before has recorded is
 * lost with it: such calls are rebuilt from the switch's own records, as those made without any node.
 */
public final class EarlyCalls {

    private static final Logger LOG = Logger.getLogger(EarlyCalls.class);
    private static final int MOST_HELD = 10_000;
    private static final AtomicReference<@Nullable EarlyCalls> OPEN = new AtomicReference<>();

    private final FastAgiServer server;
    private final EarlyJournal held = new EarlyJournal(MOST_HELD);

    private EarlyCalls(TelephonySettings settings, Clock clock, IndexedRota rota) throws IOException {
        var secrets = new QuestionSecrets(settings.switches());
        var questions = new Questions(
                () -> rota,
                held,
                clock,
                new AnswerText(new Recordings(settings.territoryRecordings()), rota::isOnePersons),
                call -> isWitnessed(call, settings.switches()),
                secrets::isTrusted,
                question -> Optional.empty(),
                new CompositeMeterRegistry());
        server = new FastAgiServer(settings.fastagi().host(), settings.fastagi().port(), questions);
        server.start();
    }

    /** What a switch writes is read once the application is there: it says better than we guess whether a telephone rang. */
    private static boolean isWitnessed(CallId call, Map<String, TelephonySettings.Switch> switches) {
        return switches.entrySet().stream()
                .anyMatch(asterisk -> asterisk.getValue().celFile().isPresent() && call.isOf(asterisk.getKey()));
    }

    /** Nothing depends on it: where it does not succeed, calls are answered once the application is there. */
    public static void open(SmallRyeConfig config, Clock clock, IndexedRota rota) {
        try {
            ConfigMappings.registerConfigMappings(config, Set.of(ConfigClass.configClass(TelephonySettings.class)));
            OPEN.set(new EarlyCalls(config.getConfigMapping(TelephonySettings.class), clock, rota));
            LOG.infof("calls are answered from the rota of %s, before the rest is started", rota.takenAt());
        } catch (IOException | RuntimeException notYet) {
            LOG.warnf("calls are not answered before the rest is started: %s", notYet);
        }
    }

    static Optional<EarlyCalls> takeOver() {
        return Optional.ofNullable(OPEN.getAndSet(null));
    }

    FastAgiServer server() {
        return server;
    }

    /** From now on the application answers, and records: only once it has what was recorded before, in the order of each call. */
    void goTo(AgiScript questions, Journal journal) {
        handOver(held, journal, () -> server.answerBy(questions));
    }

    static void handOver(EarlyJournal held, Journal journal, Runnable answering) {
        held.goTo(journal);
        answering.run();
    }
}
