package fr.appui.telephony;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The connection to one Asterisk: connects, again and again with longer pauses, checks that the other side is alive, and
 * never keeps the service from starting. Asterisk may come and go.
 */
final class SwitchLink {

    private static final Logger LOG = Logger.getLogger(SwitchLink.class);
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** What the link is for. */
    interface Listener {
        /** @param clockShift how far the dialplan's clock was set from the switch's */
        void up(AstDb database, Duration clockShift);

        /** Since when this Asterisk runs, to the second, by its own clock. */
        void booted(Instant since);

        void heartbeat(AstDb database);

        /** How full the operator's trunk is at this heartbeat. */
        void trunk(TrunkRoom room);

        void record(CelRecord record);

        /** As well, by a session that is over: what came in between is not known. */
        void late(CelRecord record);

        /** An event that is not as Asterisk writes them was passed over. */
        void refused();

        /** What is told from here on is told without what was missed. */
        void cut();

        /** As well: the session is ended. */
        void down();
    }

    private final String name;
    private final TelephonySettings.Switch settings;
    private final Clock clock;
    private final Listener listener;
    private final Semaphore beat = new Semaphore(0);
    private final Thread thread;

    private final AriLink ari;

    private volatile @Nullable Ami session;
    private volatile boolean stopped;
    private volatile String problem = "pas encore connecté";

    SwitchLink(String name, TelephonySettings.Switch settings, AriLink ari, Clock clock, Listener listener) {
        this.name = name;
        this.ari = ari;
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
        this.thread = Thread.ofPlatform().daemon().name("switch-" + name).unstarted(this::keepConnected);
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopped = true;
        thread.interrupt();
        disconnect();
    }

    /** The next heartbeat comes now. */
    void wake() {
        beat.release();
    }

    String name() {
        return name;
    }

    boolean isUp() {
        return problem.isEmpty();
    }

    /** In French, for the health page; empty when the link is up. */
    String problem() {
        return problem;
    }

    private void keepConnected() {
        Duration pause = FIRST_PAUSE;
        while (!stopped) {
            try {
                Ami ami = connect();
                pause = FIRST_PAUSE;
                stayConnected(ami, new DialplanStore(ami, ari, LONGEST_WRITE));
            } catch (IOException | AuthenticationFailedException | RuntimeException failure) {
                tell(failure);
            } catch (InterruptedException interrupted) {
                break;
            }
            disconnect();
            pause = sleepAndLengthen(pause);
        }
        disconnect();
    }

    private Ami connect() throws IOException, AuthenticationFailedException {
        Ami ami = new Ami(settings, clock, listener);
        session = ami;
        ami.login();
        checkName(ami);
        Duration shift = clockShift(ami);
        problem = "";
        LOG.infof("switch %s: connected", name);
        DialplanStore store = new DialplanStore(ami, ari, LONGEST_WRITE);
        announce(store);
        listener.up(store, shift);
        return ami;
    }

    /** Where it cannot be told, nodes that were left alone are asked again a little later. */
    private void announce(DialplanStore store) {
        try {
            store.announce();
        } catch (IOException untold) {
            LOG.warnf("switch %s: %s", name, untold.getMessage());
        }
    }

    private void stayConnected(Ami ami, AstDb store) throws IOException, InterruptedException {
        while (!stopped) {
            if (beat.tryAcquire(settings.heartbeat().toMillis(), TimeUnit.MILLISECONDS)) {
                beat.drainPermits();
            }
            ami.ping();
            listener.trunk(TrunkRoom.read(ami::globalVariable));
            listener.heartbeat(store);
        }
    }

    /** The identifiers of calls are made of this name by the dialplan and by us: they must agree. */
    private void checkName(Ami ami) throws IOException {
        String own = ami.globalVariable("APPUI_SWITCH");
        if (!own.equals(name)) {
            throw new IOException("ce commutateur se nomme « " + own + " » (APPUI_SWITCH), pas « " + name + " »");
        }
    }

    private static Duration clockShift(Ami ami) throws IOException {
        try {
            return Duration.ofSeconds(Long.parseLong(ami.globalVariable("APPUI_CLOCK_SHIFT")));
        } catch (NumberFormatException notSet) {
            return Duration.ZERO;
        }
    }

    private void tell(Exception failure) {
        String told = failure instanceof AuthenticationFailedException
                ? "Asterisk refuse le compte AMI « " + settings.user() + " » : vérifier le secret"
                : "connexion impossible : " + failure.getMessage();
        if (!told.equals(problem) && !stopped) {
            LOG.warnf("switch %s: %s", name, told);
        }
        problem = told;
    }

    private void disconnect() {
        Ami ami = session;
        session = null;
        if (ami != null) {
            try {
                ami.logoff();
            } catch (IllegalStateException notConnected) {
                LOG.debugf("switch %s: was not connected", name);
            }
        }
    }

    private Duration sleepAndLengthen(Duration pause) {
        try {
            if (!stopped) {
                Thread.sleep(pause);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(settings.longestPause()) < 0 ? twice : settings.longestPause();
    }
}
