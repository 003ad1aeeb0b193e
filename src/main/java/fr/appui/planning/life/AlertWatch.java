package fr.appui.planning.life;

import fr.appui.calendar.PerimetersChanged;
import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryChanged;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.nodes.JobLease;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Keeps what follows from the rota, the hours and the directory up to date in every territory: what physicians were told, and the
 * alerts. On several nodes, one looks by the timer; after a change, the node that made it.
 */
@ApplicationScoped
public class AlertWatch {

    private static final Logger LOG = Logger.getLogger(AlertWatch.class);

    /** Shorter than any sensible interval: nodes whose timers are close to one another take one turn together. */
    private static final Duration TURN = Duration.ofSeconds(30);

    private final AtomicReference<Reach> changed = new AtomicReference<>(Reach.NOWHERE);
    private final Directory directory;
    private final AlertRound round;
    private final DutyReminder reminder;
    private final SwapDesk swaps;
    private final ReplacementRequestDesk requests;
    private final JobLease lease;

    AlertWatch(
            Directory directory,
            AlertRound round,
            DutyReminder reminder,
            SwapDesk swaps,
            ReplacementRequestDesk requests,
            JobLease lease) {
        this.requests = requests;
        this.directory = directory;
        this.round = round;
        this.reminder = reminder;
        this.swaps = swaps;
        this.lease = lease;
    }

    @Scheduled(every = "${appui.planning.alerts-every:15m}", concurrentExecution = ConcurrentExecution.SKIP)
    void lookByTimer() {
        lease.runOnce("planning.alerts", TURN, () -> {
            look();
            safely("swaps without an answer", () -> swaps.overdue().forEach(this::expire));
            safely("requests that were overtaken", () -> requests.waiting().forEach(this::close));
            remind();
        });
    }

    void onPerimeters(@Observes(during = TransactionPhase.AFTER_SUCCESS) PerimetersChanged event) {
        changed.accumulateAndGet(event.where(), Reach::and);
    }

    void onDirectory(@Observes(during = TransactionPhase.AFTER_SUCCESS) DirectoryChanged event) {
        changed.accumulateAndGet(event.where(), Reach::and);
    }

    /** Soon after a change, once for many. What a node that dies leaves undone, the timer does. */
    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void follow() {
        Reach where = changed.getAndSet(Reach.NOWHERE);
        if (!where.equals(Reach.NOWHERE)) {
            Reach reached = where.only().map(this::withColleagues).orElse(where);
            directory.territories().stream()
                    .filter(territory -> reached.includes(territory.code()))
                    .forEach(this::lookSafely);
        }
    }

    /** Hours that moved here may overlap a duty that somebody holds there. */
    private Reach withColleagues(Set<TerritoryCode> changed) {
        return Reach.of(changed)
                .and(Reach.of(directory.physiciansOf(Reach.of(changed)).stream()
                        .flatMap(physician -> physician.career().territories().stream())
                        .collect(Collectors.toSet())));
    }

    /**
     * What somebody wrote down as unavailable may be a published duty: the coordinator hears of it now, not at the next look.
     * After the change is kept, which it never takes back.
     */
    void lookAtOnce(@Observes(during = TransactionPhase.AFTER_SUCCESS) WishesChanged changed) {
        directory.physician(changed.physician()).stream()
                .flatMap(physician -> physician.career().territories().stream())
                .flatMap(code -> directory.territory(code).stream())
                .forEach(this::lookSafely);
    }

    /** One territory that cannot be read does not hide the others. */
    public void look() {
        directory.territories().forEach(this::lookSafely);
    }

    private void expire(UUID offer) {
        safely("the end of swap " + offer, () -> swaps.expire(offer));
    }

    private void close(UUID request) {
        safely("the end of request " + request, () -> requests.close(request));
    }

    void remind() {
        directory.territories().forEach(territory -> safely(territory, reminder::of));
    }

    private void lookSafely(Territory territory) {
        safely(territory, round::of);
    }

    private static void safely(Territory territory, Consumer<Territory> act) {
        safely("the alerts or reminders of " + territory.code(), () -> act.accept(territory));
    }

    private static void safely(String what, Runnable act) {
        try {
            act.run();
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "%s were not worked out", what);
        }
    }
}
