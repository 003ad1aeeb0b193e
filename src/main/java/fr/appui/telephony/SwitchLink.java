package fr.appui.telephony;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.EventTimeoutException;
import org.asteriskjava.manager.ManagerConnection;
import org.asteriskjava.manager.ResponseEvents;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.DbDelTreeAction;
import org.asteriskjava.manager.action.DbGetAction;
import org.asteriskjava.manager.action.DbPutAction;
import org.asteriskjava.manager.action.GetVarAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.asteriskjava.manager.event.CelEvent;
import org.asteriskjava.manager.event.DbGetResponseEvent;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The connection to one Asterisk (AMI): connects, again and again with longer pauses, checks that the other side is alive,
 * and never keeps the service from starting. Asterisk may come and go.
 */
final class SwitchLink implements AstDb {

    private static final Logger LOG = Logger.getLogger(SwitchLink.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_NODES = 9;

    /** What the link is for. */
    interface Listener {
        /** @param clockShift how far the dialplan's clock was set from the switch's */
        void up(AstDb database, Duration clockShift);

        void heartbeat(AstDb database);

        void record(CelRecord record);

        void down();
    }

    private final String name;
    private final TelephonySettings.Switch settings;
    private final Clock clock;
    private final Listener listener;
    private final Thread thread;

    private volatile @Nullable ManagerConnection connection;
    private volatile boolean stopped;
    private volatile String problem = "pas encore connecté";

    SwitchLink(String name, TelephonySettings.Switch settings, Clock clock, Listener listener) {
        this.name = name;
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

    @Override
    public String get(String key) throws IOException {
        int last = key.lastIndexOf('/');
        try {
            ResponseEvents answer = connected()
                    .sendEventGeneratingAction(
                            new DbGetAction(key.substring(0, last), key.substring(last + 1)),
                            settings.heartbeat().toMillis());
            return answer.getEvents().stream()
                    .filter(DbGetResponseEvent.class::isInstance)
                    .map(event -> ((DbGetResponseEvent) event).getVal())
                    .findFirst()
                    .orElse("");
        } catch (EventTimeoutException late) {
            throw new IOException("DBGet : pas de réponse", late);
        } catch (IllegalStateException cut) {
            throw new IOException("DBGet : connexion coupée", cut);
        }
    }

    @Override
    public void put(String key, String value) throws IOException {
        int last = key.lastIndexOf('/');
        send(new DbPutAction(key.substring(0, last), key.substring(last + 1), value));
    }

    @Override
    public void deleteTree(String key) throws IOException {
        int last = key.lastIndexOf('/');
        exchange(new DbDelTreeAction(key.substring(0, last), key.substring(last + 1)));
    }

    private void keepConnected() {
        Duration pause = FIRST_PAUSE;
        while (!stopped) {
            try {
                connect();
                pause = FIRST_PAUSE;
                stayConnected();
            } catch (IOException | TimeoutException | AuthenticationFailedException | RuntimeException failure) {
                tell(failure);
            } catch (InterruptedException interrupted) {
                break;
            }
            disconnect();
            pause = sleepAndLengthen(pause);
        }
        disconnect();
    }

    private void connect() throws IOException, TimeoutException, AuthenticationFailedException {
        var fresh = new DefaultManagerConnection(
                settings.host(),
                settings.port(),
                settings.user(),
                settings.secret().orElseThrow(() -> new IOException("aucun secret AMI n'est configuré")));
        fresh.setSocketTimeout((int) settings.heartbeat().toMillis());
        fresh.setDefaultResponseTimeout(settings.heartbeat().toMillis());
        fresh.addEventListener(event -> {
            if (event instanceof CelEvent cel) {
                listener.record(read(cel));
            }
        });
        connection = fresh;
        fresh.login();
        checkName();
        callTheServiceAlive();
        problem = "";
        LOG.infof("switch %s: connected", name);
        listener.up(this, clockShift());
    }

    private void stayConnected() throws IOException, InterruptedException {
        while (!stopped) {
            Thread.sleep(settings.heartbeat());
            exchange(new PingAction());
            listener.heartbeat(this);
        }
    }

    /** The identifiers of calls are made of this name by the dialplan and by us: they must agree. */
    private void checkName() throws IOException {
        String own = variable("APPUI_SWITCH");
        if (!own.equals(name)) {
            throw new IOException("ce commutateur se nomme « " + own + " » (APPUI_SWITCH), pas « " + name + " »");
        }
    }

    private Duration clockShift() throws IOException {
        try {
            return Duration.ofSeconds(Long.parseLong(variable("APPUI_CLOCK_SHIFT")));
        } catch (NumberFormatException notSet) {
            return Duration.ZERO;
        }
    }

    /** The dialplan leaves a node that did not answer alone for a while; it need not, now that one is back. */
    private void callTheServiceAlive() throws IOException {
        for (int node = 1; node <= MOST_NODES; node++) {
            send(new SetVarAction("GLOBAL(APPUI_DOWN_" + node + ")", "0"));
        }
    }

    private String variable(String expression) throws IOException {
        String value = exchange(new GetVarAction(expression)).getAttribute("Value");
        return value == null || value.equals("(null)") ? "" : value;
    }

    private void send(ManagerAction action) throws IOException {
        if (exchange(action) instanceof ManagerError error) {
            throw new IOException(action.getAction() + " : " + error.getMessage());
        }
    }

    private ManagerResponse exchange(ManagerAction action) throws IOException {
        try {
            return connected().sendAction(action, settings.heartbeat().toMillis());
        } catch (TimeoutException late) {
            throw new IOException(action.getAction() + " : pas de réponse", late);
        } catch (IllegalStateException cut) {
            throw new IOException(action.getAction() + " : connexion coupée", cut);
        }
    }

    private ManagerConnection connected() throws IOException {
        ManagerConnection current = connection;
        if (current == null) {
            throw new IOException("non connecté");
        }
        return current;
    }

    private CelRecord read(CelEvent cel) {
        return new CelRecord(
                type(cel),
                clock.instant(),
                orEmpty(cel.getUniqueID()),
                orEmpty(cel.getLinkedID()),
                orEmpty(cel.getExtra()));
    }

    /** A user event's own name stands before the comma of what the dialplan passed to CELGenUserEvent. */
    private static String type(CelEvent cel) {
        return CelEvent.CEL_EVENT_USER_DEFINED.equals(cel.getEventName())
                ? orEmpty(cel.getAppData()).split(",", 2)[0]
                : orEmpty(cel.getEventName());
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
        ManagerConnection current = connection;
        connection = null;
        if (current != null) {
            listener.down();
            try {
                current.logoff();
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

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
