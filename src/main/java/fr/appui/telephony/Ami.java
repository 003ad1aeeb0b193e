package fr.appui.telephony;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.EventTimeoutException;
import org.asteriskjava.manager.ResponseEvents;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.DbGetAction;
import org.asteriskjava.manager.action.GetVarAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.event.CelEvent;
import org.asteriskjava.manager.event.DbGetResponseEvent;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.FullyBootedEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;

/** One AMI session: what we ask of Asterisk, each with a limit on how long its answer may take, and the CEL records it sends. */
final class Ami {

    private final DefaultManagerConnection connection;
    private final Duration patience;
    private final Clock clock;
    private final SwitchLink.Listener listener;
    private volatile boolean cut;

    /** Guarded by this session: a record is told before its end, or is late. */
    private boolean over;

    Ami(TelephonySettings.Switch settings, Clock clock, SwitchLink.Listener listener) throws IOException {
        this.patience = settings.heartbeat();
        this.clock = clock;
        this.listener = listener;
        this.connection = new DefaultManagerConnection(
                settings.host(),
                settings.port(),
                settings.user(),
                settings.secret().orElseThrow(() -> new IOException("aucun secret AMI n’est configuré")));
        connection.setSocketTimeout((int) patience.toMillis());
        connection.setDefaultResponseTimeout(patience.toMillis());
        connection.addEventListener(this::heard);
    }

    void heard(ManagerEvent event) {
        if (event instanceof CelEvent cel) {
            record(cel, clock).ifPresentOrElse(this::tell, listener::refused);
        } else if (event instanceof DisconnectEvent) {
            // the library connects again by itself, and tells nothing of what it missed
            cut = true;
            end(listener::cut);
        } else if (event instanceof FullyBootedEvent booted && booted.getUptime() != null) {
            // told in whole seconds: rather a second too early, which leaves a call open, than a second too late
            listener.booted(toldAt(booted, clock).minusSeconds(booted.getUptime() + 1L));
        }
    }

    /**
     * What waited for a node that was hung still comes while the session is being ended, and a call that began in it would be
     * followed into the next session without its middle: an answered caller would be told to have given up.
     */
    private synchronized void tell(CelRecord record) {
        if (over) {
            listener.late(record);
        } else {
            listener.record(record);
        }
    }

    private synchronized void end(Runnable told) {
        over = true;
        told.run();
    }

    void login() throws IOException, AuthenticationFailedException {
        try {
            connection.login();
        } catch (TimeoutException late) {
            throw new IOException("pas de réponse", late);
        }
    }

    /** By the clock of the switch, as its CEL file; ours may be another. */
    private static Instant toldAt(FullyBootedEvent booted, Clock clock) {
        Double told = booted.getTimestamp();
        return told == null ? clock.instant() : Instant.ofEpochMilli((long) (told * 1_000));
    }

    void ping() throws IOException {
        if (cut) {
            throw new IOException("connexion coupée");
        }
        exchange(new PingAction());
    }

    /** No record of this session counts for a call from here on, whatever the library still reads. */
    void logoff() {
        end(listener::down);
        connection.logoff();
    }

    String globalVariable(String name) throws IOException {
        String value = exchange(new GetVarAction(name)).getAttribute("Value");
        return value == null || value.equals("(null)") ? "" : value;
    }

    /** By DBGet: the function DB() is refused to Getvar by {@code live_dangerously=no}. */
    String get(String key) throws IOException {
        try {
            ResponseEvents answer =
                    connection.sendEventGeneratingAction(new DbGetAction(family(key), name(key)), patience.toMillis());
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

    private ManagerResponse exchange(ManagerAction action) throws IOException {
        try {
            return connection.sendAction(action, patience.toMillis());
        } catch (TimeoutException late) {
            throw new IOException(action.getAction() + " : pas de réponse", late);
        } catch (IllegalStateException cut) {
            throw new IOException(action.getAction() + " : connexion coupée", cut);
        }
    }

    /** Empty for an event that lacks a field which Asterisk always sends. */
    static Optional<CelRecord> record(CelEvent cel, Clock clock) {
        return Stream.of(cel.getEventTime(), cel.getChannel(), cel.getAmaFlags())
                        .allMatch(Ami::isTold)
                ? CelRecord.of(new CelRecord(
                        type(cel),
                        clock.instant(),
                        orEmpty(cel.getUniqueID()),
                        orEmpty(cel.getLinkedID()),
                        orEmpty(cel.getExtra())))
                : Optional.empty();
    }

    private static boolean isTold(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    /** A user event's own name stands before the comma of what the dialplan passed to CELGenUserEvent. */
    private static String type(CelEvent cel) {
        return CelEvent.CEL_EVENT_USER_DEFINED.equals(cel.getEventName())
                ? orEmpty(cel.getAppData()).split(",", 2)[0]
                : orEmpty(cel.getEventName());
    }

    private static String family(String key) {
        return key.substring(0, key.lastIndexOf('/'));
    }

    private static String name(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
