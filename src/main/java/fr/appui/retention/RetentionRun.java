package fr.appui.retention;

import fr.appui.directory.Audit;
import fr.appui.nodes.JobLease;
import fr.appui.nodes.KeptForATime;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Erases what has served its time: every hour, on one node. A class that cannot be erased now does not stop the others. */
@ApplicationScoped
public class RetentionRun {

    private static final Logger LOG = Logger.getLogger(RetentionRun.class);
    private static final Duration LONGEST = Duration.ofMinutes(50);

    /** Less than the timer's hour: another node whose timer is a little later finds it done. */
    private static final Duration DONE_FOR = Duration.ofMinutes(55);

    private final List<KeptForATime> classes;
    private final RetentionBook book;
    private final JobLease lease;
    private final Audit audit;
    private final Clock clock;

    RetentionRun(@All List<KeptForATime> classes, RetentionBook book, JobLease lease, Audit audit, Clock clock) {
        this.classes = classes.stream()
                .sorted(Comparator.comparing(kept -> kept.terms().what()))
                .toList();
        this.book = book;
        this.lease = lease;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void byTimer() {
        try {
            lease.run("retention", LONGEST, this::erase);
        } catch (RuntimeException away) {
            LOG.warnf("nothing was erased this time: %s", away.getMessage());
        }
    }

    /** What is kept, by name. */
    public List<KeptForATime.Terms> terms() {
        return classes.stream().map(KeptForATime::terms).toList();
    }

    /** What became of each, by name. */
    public Map<String, RetentionBook.Run> runs() {
        return book.runs();
    }

    public void erase() {
        Instant now = clock.instant();
        Map<String, RetentionBook.Run> runs = book.runs();
        for (KeptForATime kept : classes) {
            String name = kept.terms().name();
            boolean done =
                    runs.containsKey(name) && runs.get(name).at().plus(DONE_FOR).isAfter(now);
            if (!done) {
                erase(kept, now);
            }
        }
    }

    private void erase(KeptForATime kept, Instant now) {
        String name = kept.terms().name();
        try {
            int erased = kept.eraseOld(now);
            book.note(name, now, erased, Optional.empty());
            if (erased > 0) {
                audit.record(
                        Audit.SERVICE,
                        "retention.erased",
                        name,
                        erased + " : " + kept.terms().what() + ", durée "
                                + kept.terms().kept());
            }
        } catch (RuntimeException failed) {
            LOG.warnf("%s was not erased: %s", name, failed.getMessage());
            book.note(name, now, 0, Optional.of(String.valueOf(failed.getMessage())));
        }
    }
}
