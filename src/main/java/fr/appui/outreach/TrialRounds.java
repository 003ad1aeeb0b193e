package fr.appui.outreach;

import fr.appui.directory.Audit;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import fr.appui.outreach.TrialLedger.Trial;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.RotaSnapshot;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Tries each line by itself, day after day, outside its hours, and says which do not answer. Of several nodes one rings, all say. */
@ApplicationScoped
class TrialRounds {

    private static final Logger LOG = Logger.getLogger(TrialRounds.class);
    private static final int LOOKED_BACK = 50;

    private final Watch watch = new Watch(LOG, "trials of lines");
    private final TrialCalls trials;
    private final CurrentRota rota;
    private final Clock clock;
    private final Optional<String> written;
    private final TrialPlan.Limits limits;

    /** Territory to trouble; empty until it was read once. */
    private volatile Optional<Map<String, String>> failing = Optional.empty();

    TrialRounds(TrialCalls trials, CurrentRota rota, Clock clock, OutreachSettings settings, MeterRegistry meters) {
        this.trials = trials;
        this.rota = rota;
        this.clock = clock;
        this.written = settings.trial().number();
        this.limits = new TrialPlan.Limits(
                settings.trial().interval(), settings.trial().every());
        Gauge.builder(
                        "appui.outreach.trial.failed",
                        this,
                        rounds -> rounds.failing()
                                .map(lines -> (double) lines.size())
                                .orElse(Double.NaN))
                .description("Lines whose last trial by the service failed")
                .register(meters);
    }

    @Scheduled(every = "${appui.outreach.trial.every:10m}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread // rings: never waits for a thread that pages hold
    void round() {
        watch.run(() -> {
            RotaSnapshot snapshot = rota.current();
            var troubles = new TreeMap<String, String>();
            for (SupportLine line : snapshot.lines()) {
                List<Trial> latest = trials.latest(line.territory(), LOOKED_BACK);
                misplaced(snapshot)
                        .or(() -> TrialPlan.failure(latest))
                        .ifPresent(why -> troubles.put(line.territory().value(), why));
                number().filter(number -> misplaced(snapshot).isEmpty())
                        .filter(number -> TrialPlan.isDue(
                                latest, snapshot.onDuty(line, clock.instant()), clock.instant(), limits))
                        .ifPresent(number -> ring(line, number));
            }
            failing = Optional.of(troubles);
        });
    }

    Optional<PhoneNumber> number() {
        return written.flatMap(PhoneNumber::tryParse);
    }

    private Optional<String> misplaced(RotaSnapshot snapshot) {
        return number().flatMap(number -> TrialPlan.misplaced(number, snapshot));
    }

    /** What is written for it, and is no number. */
    Optional<String> unreadable() {
        return written.filter(text -> PhoneNumber.tryParse(text).isEmpty());
    }

    Optional<Map<String, String>> failing() {
        return failing;
    }

    private void ring(SupportLine line, PhoneNumber number) {
        TrialCalls.Answer answer = trials.begin(line.territory(), number, Audit.SERVICE, true);
        String why = switch (answer) {
            case TrialCalls.Answer.SwitchAway away -> away.why();
            case TrialCalls.Answer.NotRung refused -> "its test number may not be rung"; // why names the number
            case TrialCalls.Answer.NoLine none -> "it has no number";
            case TrialCalls.Answer.Ringing ringing -> "";
            case TrialCalls.Answer.UnderWay another -> "";
        };
        if (!why.isEmpty()) {
            LOG.warnf("the line of %s was not tried: %s", line.territory(), why);
        }
    }
}
