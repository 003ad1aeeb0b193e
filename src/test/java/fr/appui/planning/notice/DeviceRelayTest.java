package fr.appui.planning.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.access.PhysicianDevices;
import fr.appui.access.PhysicianDevices.Known;
import fr.appui.directory.PhysicianId;
import fr.appui.push.PushDevice;
import fr.appui.push.PushServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** To real push services, one of which refuses. */
@ResourceLock("fr.appui.push.PushServer")
class DeviceRelayTest {

    private static final Instant NOW = Instant.parse("2026-07-01T20:00:00Z");

    private final PushServer server = new PushServer();
    private final Devices devices = new Devices();
    private final Queue queue = new Queue();
    private final Queue alerts = new Queue();
    private final String path = "/relais-" + UUID.randomUUID();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aPushServiceThatRefusesHoldsUpNoOtherAndNothingStaysTakenWithoutATry() {
        PushServer.answer(path, 503);
        List<UUID> there = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            there.add(queued(PushServer.origin(), path));
        }
        UUID elsewhere = queued(PushServer.otherOrigin(), path + "-ailleurs");
        relay();
        assertThat(queue.became).containsEntry(elsewhere, "accepted");
        assertThat(PushServer.got(path)).as("tries of the one that is away").hasSize(3);
        assertThat(there)
                .as("each is due again as a refused one is, none waits until its taking is forgotten")
                .allSatisfy(id -> assertThat(queue.became.get(id)).startsWith("refused"));
    }

    @Test
    void aWrongKeyOrContactOfOursTakesNobodysDevice() {
        PushServer.answer(path, 403);
        UUID device = device(PushServer.origin(), path);
        UUID message = queue.add(device);
        relay();
        assertThat(queue.became.get(message)).startsWith("refused: le service de notification n’admet pas nos clés");
        assertThat(devices.find(device)).isPresent();
    }

    @Test
    void aBrowserThatIsGoneIsToldAndHoldsUpNobody() {
        PushServer.answer(path, 410);
        UUID device = device(PushServer.origin(), path);
        List<UUID> never = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            never.add(queue.add(device(PushServer.origin(), path)));
        }
        never.add(queue.add(device));
        UUID other = queued(PushServer.origin(), path + "-autre");
        relay();
        assertThat(never).allSatisfy(id -> assertThat(queue.became.get(id)).startsWith("over: ce navigateur"));
        assertThat(devices.find(device)).isEmpty();
        assertThat(queue.became).containsEntry(other, "accepted");
    }

    @Test
    void anAlertOfACallLeavesAsANoticeDoes() {
        UUID alert = alerts.add(device(PushServer.origin(), path));
        relay();
        assertThat(alerts.became).containsEntry(alert, "accepted");
        assertThat(PushServer.got(path)).hasSize(1);
    }

    private UUID queued(String origin, String at) {
        return queue.add(device(origin, at));
    }

    private UUID device(String origin, String at) {
        Map<String, String> said = PushServer.subscription(origin, at);
        var known = new Known(
                UUID.randomUUID(), "Firefox", PushDevice.of(said.get("adresse"), said.get("cle"), said.get("secret")));
        devices.all.put(known.id(), known);
        return known.id();
    }

    private void relay() {
        new DeviceRelay(
                        queue,
                        alerts,
                        devices,
                        PushServer.sender(Map.of()),
                        PushServer.pushSettings(Map.of()),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .relay();
    }

    private static final class Queue implements DeviceAlerts {

        private final List<Waiting> waiting = new ArrayList<>();
        private final Map<UUID, String> became = new LinkedHashMap<>();

        UUID add(UUID device) {
            var message = new Waiting(UUID.randomUUID(), device, "Vos astreintes", "/mes-astreintes", NOW);
            waiting.add(message);
            return message.id();
        }

        @Override
        public List<Waiting> take(int most, Instant now, Duration patience) {
            List<Waiting> taken = waiting.stream().limit(most).toList();
            waiting.removeAll(taken);
            return taken;
        }

        @Override
        public void accepted(UUID id, Instant now) {
            became.put(id, "accepted");
        }

        @Override
        public void refused(UUID id, String why, Instant now) {
            became.put(id, "refused: " + why);
        }

        @Override
        public void over(UUID id, String why, Instant now) {
            became.put(id, "over: " + why);
        }

        @Override
        public boolean received(UUID id, Instant now) {
            throw new UnsupportedOperationException("only a device says so");
        }
    }

    private static final class Devices implements PhysicianDevices {

        private final Map<UUID, Known> all = new LinkedHashMap<>();

        @Override
        public List<Known> of(PhysicianId physician) {
            return List.copyOf(all.values());
        }

        @Override
        public Optional<Known> find(UUID id) {
            return Optional.ofNullable(all.get(id));
        }

        @Override
        public void remove(UUID id) {
            all.remove(id);
        }
    }
}
