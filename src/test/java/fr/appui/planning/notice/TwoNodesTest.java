package fr.appui.planning.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.access.PhysicianDevices;
import fr.appui.directory.Career;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PersonName;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Rpps;
import fr.appui.planning.life.InMemoryDirectory;
import fr.appui.push.PushDevice;
import fr.appui.push.PushServer;
import fr.appui.sms.SmsServer;
import io.quarkus.mailer.Mailer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two nodes send from one queue whose far end is as slow as may be: nobody is told twice. */
@ResourceLock("fr.appui.push.PushServer")
class TwoNodesTest {

    private static final Instant START = Instant.parse("2026-11-14T21:00:00Z");
    private static final int MESSAGES = 20;
    private static final PhysicianId PHYSICIAN = new PhysicianId(UUID.randomUUID());

    private final PushServer pushServer = new PushServer();
    private final SmsServer gateway = new SmsServer();
    private final Shared shared = new Shared();

    @BeforeEach
    void start() {
        pushServer.start();
    }

    @AfterEach
    void stop() {
        pushServer.stop();
        gateway.close();
    }

    @Test
    void aSlowMailServer() {
        shared.slow = Duration.ofSeconds(90);
        Mailer takes = mails -> {};
        eachIsToldOnce(() -> new NoticeRelay(shared.mail(), takes, shared.clock()).relay());
    }

    @Test
    void aSlowPushService() {
        shared.slow = PushServer.pushSettings(Map.of()).patience().multipliedBy(2);
        var devices = new OneDevice();
        eachIsToldOnce(() -> new DeviceRelay(
                        shared.devices(),
                        new NoAlerts(),
                        devices,
                        PushServer.sender(Map.of()),
                        PushServer.pushSettings(Map.of()),
                        shared.clock())
                .relay());
    }

    @Test
    void aSlowGateway() {
        shared.slow = SmsServer.settings(Map.of()).patience().multipliedBy(2);
        InMemoryDirectory directory = directory();
        eachIsToldOnce(() -> new SmsRelay(
                        shared.sms(),
                        directory,
                        gateway.gateway(Map.of()),
                        SmsServer.settings(Map.of()),
                        shared.clock())
                .relay());
    }

    @Test
    void whatAMailServerThatIsAwayWasNotAskedForIsDueStill() {
        Mailer away = mails -> {
            throw new IllegalStateException("connection refused");
        };
        new NoticeRelay(shared.mail(), away, shared.clock()).relay();
        assertThat(shared.due()).hasSize(MESSAGES - 3);
    }

    @Test
    void whatAGatewayThatIsAwayWasNotAskedForIsDueStill() {
        gateway.answers(503, "");
        new SmsRelay(shared.sms(), directory(), gateway.gateway(Map.of()), SmsServer.settings(Map.of()), shared.clock())
                .relay();
        assertThat(gateway.got()).hasSize(3);
        assertThat(shared.due()).hasSize(MESSAGES - 3);
    }

    @Test
    void aNodeThatWasStoppedOnceItHadClaimedLeavesItToTheOther() {
        shared.stopped = Duration.ofHours(1);
        Mailer takes = mails -> {};
        eachIsToldOnce(() -> new NoticeRelay(shared.mail(), takes, shared.clock()).relay());
    }

    private void eachIsToldOnce(Runnable node) {
        shared.node = node;
        node.run();
        assertThat(shared.sent).containsExactlyInAnyOrderElementsOf(shared.all);
    }

    private static InMemoryDirectory directory() {
        var directory = new InMemoryDirectory();
        directory.save(new Physician(
                PHYSICIAN,
                new PersonName("Camille", "Durand"),
                new Rpps("10000000017"),
                new MailAddress("durand@exemple.fr"),
                new Career(List.of(), List.of(), List.of(), List.of(), List.of()),
                List.of(ContactNumber.always(PhoneNumber.parse("06 39 98 00 01")))));
        return directory;
    }

    /** One queue in a database. While one node waits for the far end, the other has its turn, as every ten seconds. */
    private static final class Shared {

        private final List<UUID> all =
                Stream.generate(UUID::randomUUID).limit(MESSAGES).toList();
        private final Map<UUID, Instant> open = new LinkedHashMap<>();
        private final List<UUID> sent = new ArrayList<>();
        private Instant now = START;
        private Duration slow = Duration.ZERO;
        private Duration stopped = Duration.ZERO;
        private Runnable node = () -> {};
        private boolean othersTurn;

        Shared() {
            all.forEach(id -> open.put(id, START));
        }

        Clock clock() {
            return ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        }

        List<UUID> due() {
            return open.keySet().stream()
                    .filter(id -> !open.get(id).isAfter(now))
                    .toList();
        }

        private List<UUID> take(int most, Duration patience) {
            List<UUID> taken = due().stream().limit(most).toList();
            taken.forEach(id -> open.put(id, now.plus(patience)));
            if (!othersTurn && !stopped.isZero()) {
                now = now.plus(stopped);
                stopped = Duration.ZERO;
                turnOfTheOther();
            }
            return taken;
        }

        private void wasSent(UUID id) {
            sent.add(id);
            if (!othersTurn) {
                now = now.plus(slow);
                turnOfTheOther();
            }
            open.remove(id);
        }

        private void turnOfTheOther() {
            othersTurn = true;
            node.run();
            othersTurn = false;
        }

        private void wasRefused(UUID id) {
            open.put(id, now.plusSeconds(30));
        }

        NoticeQueue mail() {
            return new NoticeQueue() {
                @Override
                public List<Notice> take(int most, Instant at, Duration patience) {
                    return Shared.this.take(most, patience).stream()
                            .map(id -> new Notice(id, new MailAddress("durand@exemple.fr"), "", "", Optional.empty()))
                            .toList();
                }

                @Override
                public void sent(UUID id, Instant at) {
                    wasSent(id);
                }

                @Override
                public void failed(UUID id, String error, Instant at) {
                    wasRefused(id);
                }

                @Override
                public void add(Notice notice, Instant at) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void add(Notice notice, Regarding regarding, Instant at) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void drop(UUID id) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public boolean holds(UUID id) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public long waiting() {
                    return open.size();
                }
            };
        }

        DeviceQueue devices() {
            return new DeviceQueue() {
                @Override
                public List<Waiting> take(int most, Instant at, Duration patience) {
                    return Shared.this.take(most, patience).stream()
                            .map(id -> new Waiting(id, UUID.randomUUID(), "", "/mes-astreintes", START))
                            .toList();
                }

                @Override
                public void accepted(UUID id, Instant at) {
                    wasSent(id);
                }

                @Override
                public void refused(UUID id, String why, Instant at) {
                    wasRefused(id);
                }

                @Override
                public void over(UUID id, String why, Instant at) {
                    throw new AssertionError(why);
                }

                @Override
                public boolean received(UUID id, Instant at) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        SmsQueue sms() {
            return new SmsQueue() {
                @Override
                public List<Waiting> take(int most, Instant at, Duration patience) {
                    return Shared.this.take(most, patience).stream()
                            .map(id -> new Waiting(id, PHYSICIAN, "", START))
                            .toList();
                }

                @Override
                public void accepted(UUID id, Optional<String> gatewayId, Optional<String> doubt, Instant at) {
                    wasSent(id);
                }

                @Override
                public void refused(UUID id, String why, Instant at) {
                    wasRefused(id);
                }

                @Override
                public void over(UUID id, String why, Instant at) {
                    throw new AssertionError(why);
                }

                @Override
                public void receipt(String message, boolean delivered, Instant at) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }

    private static final class OneDevice implements PhysicianDevices {

        private final Known one;

        OneDevice() {
            Map<String, String> said = PushServer.subscription("/deux-noeuds-" + UUID.randomUUID());
            one = new Known(
                    UUID.randomUUID(),
                    "Firefox",
                    PushDevice.of(said.get("adresse"), said.get("cle"), said.get("secret")));
        }

        @Override
        public List<Known> of(PhysicianId physician) {
            return List.of(one);
        }

        @Override
        public Optional<Known> find(UUID id) {
            return Optional.of(one);
        }

        @Override
        public void remove(UUID id) {
            throw new AssertionError("it is there");
        }
    }

    /** None waits. */
    private static final class NoAlerts implements DeviceAlerts {

        @Override
        public List<Waiting> take(int most, Instant now, Duration patience) {
            return List.of();
        }

        @Override
        public void accepted(UUID id, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void refused(UUID id, String why, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void over(UUID id, String why, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean received(UUID id, Instant now) {
            throw new UnsupportedOperationException();
        }
    }
}
