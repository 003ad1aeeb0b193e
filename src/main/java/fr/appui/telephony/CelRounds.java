package fr.appui.telephony;

import fr.appui.trace.CallEvent;
import fr.appui.trace.Journal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the passes over one switch's CEL file on a thread of its own: each time the switch is connected, then by timer.
 * Waits while the journal has no room, so that nothing taken from the file is lost again.
 */
final class CelRounds implements CelRebuild.Listener {

    private static final Logger LOG = Logger.getLogger(CelRounds.class);

    private final String switchName;
    private final TelephonySettings.Rebuild settings;
    private final Clock clock;
    private final Journal journal;
    private final CelRebuild rebuild;
    private final CelProof proof;
    private final Counter malformed;
    private final Semaphore due = new Semaphore(0);
    private final Thread thread;

    private volatile @Nullable Duration shift;
    private volatile Instant booted = Instant.EPOCH;
    private volatile String untaken = "";
    private volatile boolean stopped;

    /** What the rounds of one switch are about. */
    record Subject(String switchName, Path celFile, CelFolds folds) {}

    CelRounds(Subject subject, TelephonySettings.Rebuild settings, Clock clock, Journal journal, MeterRegistry meters) {
        this.switchName = subject.switchName();
        this.settings = settings;
        this.clock = clock;
        this.journal = journal;
        this.malformed = Counter.builder("appui.telephony.cel.malformed")
                .description("Lines of the CEL file that are no record")
                .tag("switch", switchName)
                .register(meters);
        this.proof = new CelProof(subject.celFile());
        this.rebuild = new CelRebuild(
                new CelRebuild.Source(
                        new CelFile(subject.celFile()), new CelBookmark(settings.bookmarks(), switchName)),
                subject.folds(),
                new CelRebuild.Patience(settings.settled(), settings.longestSilence()),
                this);
        this.thread = Thread.ofPlatform().daemon().name("cel-" + switchName).unstarted(this::makeRounds);
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopped = true;
        thread.interrupt();
    }

    /** @param dialplanShift how far the dialplan's time of day is from its machine's, always zero but in a demonstration */
    void connected(Duration dialplanShift) {
        shift = dialplanShift;
        due.release();
    }

    /** The switch runs since then by its own clock: calls that were last heard of before have no end of their own. */
    void booted(Instant since) {
        booted = since;
    }

    /** The switch told something of this channel, over AMI. */
    void told(String channel) {
        proof.told(channel, clock.instant());
    }

    /** In French, with the remedy; empty when the file is written and read, as far as is known. */
    String problem() {
        String unproved = proof.problem();
        return unproved.isEmpty() ? untaken : unproved;
    }

    @Override
    public void read(String channel) {
        proof.read(channel);
    }

    @Override
    public void rebuilt(List<CallEvent> events) {
        journal.appendRebuilt(events);
    }

    @Override
    public void malformed(CelFile.Position line) {
        malformed.increment();
        LOG.warnf("switch %s: the line at byte %d of the CEL file is no record", switchName, line.offset());
    }

    private void makeRounds() {
        String before = "";
        while (!stopped) {
            try {
                proof.look();
                if (due.tryAcquire(settings.every().toMillis(), TimeUnit.MILLISECONDS)) {
                    due.drainPermits();
                }
                pass();
                before = tell(before);
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    /** Once when it begins, and once when it is mended. */
    private String tell(String before) {
        String now = problem();
        if (!now.isEmpty() && before.isEmpty()) {
            LOG.errorf("switch %s: calls made without the service would be lost to the trace: %s", switchName, now);
        } else if (now.isEmpty() && !before.isEmpty()) {
            LOG.infof("switch %s: its CEL file is written and read again", switchName);
        }
        return now;
    }

    private void pass() {
        Duration known = shift;
        if (known == null || !journal.hasRoom()) {
            return;
        }
        Instant began = clock.instant();
        try {
            rebuild.pass(new CelRebuild.Moment(began, known, booted));
            proof.wasRead(began);
            untaken = "";
            Instant since = booted.plus(known);
            if (since.plus(settings.settled()).isBefore(began)) {
                journal.switchStarted(switchName, since);
            }
        } catch (IOException | RuntimeException failed) {
            if (untaken.isEmpty()) {
                LOG.errorf(failed, "switch %s: its CEL file was not taken into the trace", switchName);
            }
            untaken = notFollowed(failed);
        }
    }

    private static String notFollowed(Exception failed) {
        return "le fichier CEL n’est pas suivi, "
                + (failed instanceof FileSystemException refused && refused.getFile() != null
                        ? "à cause de " + refused.getFile()
                                + " : rendre au compte du service ce fichier et son dossier, et de la place au disque"
                        : "pour une raison que dit « journalctl -u appui »");
    }
}
