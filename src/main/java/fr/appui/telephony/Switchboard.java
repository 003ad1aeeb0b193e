package fr.appui.telephony;

import fr.appui.trace.CallEvent;
import fr.appui.trace.Journal;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** One Asterisk as the service sees it: what its calls do, and the ladders it holds for the time without us. */
final class Switchboard implements SwitchLink.Listener {

    private static final Logger LOG = Logger.getLogger(Switchboard.class);

    private final Journal journal;
    private final CelCalls calls;
    private final LadderKeeper ladders;
    private final Rebuilding rebuilding;
    private final SwitchLink link;
    private volatile Duration shift = Duration.ZERO;

    Switchboard(
            String name,
            TelephonySettings.Switch settings,
            Clock clock,
            Journal journal,
            CelCalls calls,
            LadderKeeper ladders,
            Rebuilding rebuilding) {
        this.journal = journal;
        this.calls = calls;
        this.ladders = ladders;
        this.rebuilding = rebuilding;
        this.link = new SwitchLink(name, settings, clock, this);
    }

    void start() {
        link.start();
    }

    void stop() {
        link.stop();
    }

    String name() {
        return link.name();
    }

    boolean isUp() {
        return link.isUp();
    }

    String problem() {
        return link.problem();
    }

    Optional<Duration> ladderAge() {
        return ladders.age();
    }

    int callsUnderWay() {
        return calls.underWay();
    }

    @Override
    public void up(AstDb database, Duration clockShift) {
        shift = clockShift;
        attempt("write the static ladders", () -> ladders.write(database));
    }

    @Override
    public void heartbeat(AstDb database) {
        attempt("write the static ladders", () -> ladders.keep(database));
        attempt("rebuild calls", () -> rebuilding.goOn(shift));
    }

    private interface Work {
        void run() throws IOException;
    }

    /** What fails here is tried again at the next heartbeat; meanwhile calls must still be traced over this link. */
    private void attempt(String what, Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException failure) {
            LOG.warnf("switch %s: cannot %s: %s", name(), what, failure.getMessage());
        }
    }

    @Override
    public void record(CelRecord record) {
        try {
            List<CallEvent> events = calls.acceptLive(record);
            if (!events.isEmpty()) {
                journal.append(events);
            }
        } catch (RuntimeException bug) {
            LOG.errorf(bug, "switch %s: a %s record could not be read", name(), record.type());
        }
    }

    @Override
    public void down() {
        calls.forget();
    }
}
