package fr.appui.telephony;

import fr.appui.outreach.LineAnswer;
import fr.appui.outreach.LoopedBack;
import fr.appui.trace.CallEvent;
import fr.appui.trace.Journal;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** One Asterisk as the service sees it: what its calls do, and the ladders it holds for the time without us. */
final class Switchboard implements SwitchLink.Listener {

    private static final Logger LOG = Logger.getLogger(Switchboard.class);

    private final Journal journal;
    private final CelCalls calls;
    private final LadderKeeper ladders;
    private final Optional<CelRounds> rounds;
    private final Told told;
    private final SwitchLink link;
    private final Trunks trunks;
    private final RoundTrip roundTrip;
    private volatile TrunkRoom room = TrunkRoom.UNKNOWN;

    Switchboard(
            String name,
            TelephonySettings.Switch settings,
            AriLink ari,
            Clock clock,
            Journal journal,
            CelCalls calls,
            LadderKeeper ladders,
            Optional<CelRounds> rounds,
            Told told) {
        this.journal = journal;
        this.calls = calls;
        this.ladders = ladders;
        this.rounds = rounds;
        this.told = told;
        this.link = new SwitchLink(name, settings, ari, clock, this);
        this.trunks = new Trunks(ari, clock);
        this.roundTrip = new RoundTrip(ari, clock);
    }

    /** Who hears of what is no event of a call on this switch. */
    record Told(Consumer<LineAnswer> answers, Consumer<LoopedBack> loops) {}

    void start() {
        rounds.ifPresent(CelRounds::start);
        link.start();
    }

    void stop() {
        link.stop();
        rounds.ifPresent(CelRounds::stop);
    }

    String name() {
        return link.name();
    }

    void wake() {
        link.wake();
    }

    boolean isUp() {
        return link.isUp();
    }

    /** Whether its CEL file is taken into the trace, so that what was not followed is told all the same. */
    boolean isRead() {
        return celProblem().filter(String::isEmpty).isPresent();
    }

    /** In French; empty text when its CEL file is written and read, nothing when none is set. */
    Optional<String> celProblem() {
        return rounds.map(CelRounds::problem);
    }

    String problem() {
        return link.problem();
    }

    Trunks trunks() {
        return trunks;
    }

    RoundTrip roundTrip() {
        return roundTrip;
    }

    TrunkRoom room() {
        return room;
    }

    Optional<Duration> ladderAge() {
        return ladders.age();
    }

    int callsUnderWay() {
        return calls.underWay();
    }

    @Override
    public void up(AstDb database, Duration clockShift) {
        rounds.ifPresent(reader -> reader.connected(clockShift));
        attempt("write the static ladders", () -> ladders.write(database));
    }

    @Override
    public void heartbeat(AstDb database) {
        attempt("write the static ladders", () -> ladders.keep(database));
    }

    @Override
    public void trunk(TrunkRoom seen) {
        room = seen;
    }

    @Override
    public void booted(Instant since) {
        rounds.ifPresent(reader -> reader.booted(since));
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
        read(record, () -> {
            List<CallEvent> events = calls.acceptLive(record);
            if (!events.isEmpty()) {
                journal.appendLive(events);
            }
        });
    }

    /** Its call is left to be rebuilt; what is no part of one is whole in itself. */
    @Override
    public void late(CelRecord record) {
        read(record, () -> {});
    }

    private void read(CelRecord record, Runnable call) {
        try {
            rounds.ifPresent(reader -> reader.told(record.channel()));
            call.run();
            LineAnswers.in(record).ifPresent(told.answers());
            Loops.in(record, calls::territory).ifPresent(told.loops());
        } catch (RuntimeException bug) {
            LOG.errorf(bug, "switch %s: a %s record could not be read", name(), record.type());
        }
    }

    @Override
    public void refused() {
        LOG.warnf("switch %s: a CEL event that lacks a field is passed over", name());
    }

    @Override
    public void cut() {
        down();
        link.wake();
    }

    @Override
    public void down() {
        calls.forget();
    }
}
