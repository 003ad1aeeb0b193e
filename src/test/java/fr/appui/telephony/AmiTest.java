package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallEvent;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asteriskjava.manager.event.CelEvent;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.junit.jupiter.api.Test;

class AmiTest {

    private static final String CALL = "1795875793.0";
    private static final String ARRIVED = "arrived|0344100016|PUBLIC|0710000995";

    private final Followed followed = new Followed();

    @Test
    void anEventAsAsteriskSendsItIsARecord() {
        assertThat(Ami.record(event(), Clock.systemUTC()))
                .hasValueSatisfying(record -> assertThat(record.type()).isEqualTo("LINKEDID_END"));
    }

    @Test
    void anEventThatLacksAFieldIsNone() {
        CelEvent forged = new CelEvent(this);
        forged.setEventName("LINKEDID_END");
        forged.setLinkedID(CALL);
        assertThat(Ami.record(forged, Clock.systemUTC())).isEmpty();
    }

    @Test
    void anEventOfNoChannelIsNone() {
        CelEvent forged = event();
        forged.setUniqueID("1795875793.0\n");
        assertThat(Ami.record(forged, Clock.systemUTC())).isEmpty();
    }

    /** A node that was hung: its link forgets, then what waited is read while the session is being ended. */
    @Test
    void aCallOfWhichOnlyTheEndsWereHeardIsNotToldToHaveGivenUp() throws IOException {
        Ami first = session();
        assertThatThrownBy(first::logoff).isInstanceOf(IllegalStateException.class);
        first.heard(stated(ARRIVED));
        // joined while nobody listened
        Ami second = session();
        second.heard(event("BRIDGE_EXIT", "{\"bridge_id\":\"b\"}"));
        second.heard(event("HANGUP", "{\"hangupcause\":16}"));
        second.heard(event());

        assertThat(followed.events).isEmpty();
        assertThat(followed.late).isEqualTo(1);
    }

    @Test
    void whatTheLibraryHearsAfterItConnectedAgainByItselfIsLateToo() throws IOException {
        Ami session = session();
        session.heard(stated(ARRIVED));
        session.heard(new DisconnectEvent(this));
        session.heard(stated(ARRIVED));
        session.heard(event());

        assertThat(followed.events).extracting(CallEvent::key).containsExactly("received");
        assertThat(followed.late).isEqualTo(2);
    }

    @Test
    void aCallOfOneSessionIsToldToItsEnd() throws IOException {
        Ami session = session();
        session.heard(stated(ARRIVED));
        session.heard(event("HANGUP", "{\"hangupcause\":16}"));
        session.heard(event());

        assertThat(followed.events).extracting(CallEvent::key).containsExactly("received", "ended");
    }

    private Ami session() throws IOException {
        return new Ami(settings(), Clock.systemUTC(), followed);
    }

    private static TelephonySettings.Switch settings() {
        return (TelephonySettings.Switch) Proxy.newProxyInstance(
                AmiTest.class.getClassLoader(),
                new Class<?>[] {TelephonySettings.Switch.class},
                (proxy, asked, arguments) -> switch (asked.getName()) {
                    case "secret" -> Optional.of("secret");
                    case "heartbeat" -> Duration.ofSeconds(5);
                    case "port" -> 5038;
                    default -> "127.0.0.1";
                });
    }

    /** What is followed live, as the switchboard does. */
    private static final class Followed implements SwitchLink.Listener {

        private final CelCalls calls = new CelCalls("lab", (dialled, at) -> Optional.of(new TerritoryCode("HDF-OISE")));
        private final List<CallEvent> events = new ArrayList<>();
        private int late;

        @Override
        public void record(CelRecord record) {
            events.addAll(calls.acceptLive(record));
        }

        @Override
        public void late(CelRecord record) {
            late++;
        }

        @Override
        public void cut() {
            down();
        }

        @Override
        public void down() {
            calls.forget();
        }

        @Override
        public void up(AstDb database, Duration clockShift) {}

        @Override
        public void booted(Instant since) {}

        @Override
        public void heartbeat(AstDb database) {}

        @Override
        public void trunk(TrunkRoom seen) {}

        @Override
        public void refused() {}
    }

    private CelEvent stated(String fact) {
        CelEvent event = event(CelEvent.CEL_EVENT_USER_DEFINED, "{\"extra\":\"" + fact + "\"}");
        event.setAppData("APPUI_SEEN," + fact);
        return event;
    }

    private CelEvent event(String type, String extra) {
        CelEvent event = event();
        event.setEventName(type);
        event.setExtra(extra);
        return event;
    }

    private CelEvent event() {
        CelEvent event = new CelEvent(this);
        event.setEventName("LINKEDID_END");
        event.setEventTime("1795875793.666158");
        event.setAmaFlags("DOCUMENTATION");
        event.setChannel("PJSIP/carrier-00000000");
        event.setUniqueID(CALL);
        event.setLinkedID(CALL);
        return event;
    }
}
