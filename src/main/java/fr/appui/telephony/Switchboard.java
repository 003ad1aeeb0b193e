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
    private final SwitchLink link;

    Switchboard(
            String name,
            TelephonySettings.Switch settings,
            Clock clock,
            Journal journal,
            CelCalls calls,
            LadderKeeper ladders) {
        this.journal = journal;
        this.calls = calls;
        this.ladders = ladders;
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
    public void up(AstDb database) throws IOException {
        ladders.write(database);
    }

    @Override
    public void heartbeat(AstDb database) throws IOException {
        ladders.keep(database);
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
