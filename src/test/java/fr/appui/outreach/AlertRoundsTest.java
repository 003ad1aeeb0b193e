package fr.appui.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.Career;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PersonName;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Rpps;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.InMemoryDirectory;
import fr.appui.trace.AlertChannel;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two nodes, and a far end as slow as it may be: an alert leaves once, to where its physician reads it. */
class AlertRoundsTest {

    private static final PhysicianId PHYSICIAN = new PhysicianId(UUID.randomUUID());
    private static final OutreachSettings SETTINGS = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(OutreachSettings.class)
            .build()
            .getConfigMapping(OutreachSettings.class);

    private final Queue queue = new Queue();
    private Instant now = Instant.parse("2026-11-14T21:00:00Z");

    @Test
    void whatOneNodeIsSendingTheOtherIsNotGiven() {
        assertThat(sent(AlertChannel.MAIL)).containsExactly("durand@exemple.fr");
    }

    @Test
    void aTextMessageGoesToTheFirstMobile() {
        assertThat(sent(AlertChannel.SMS)).containsExactly("+33639980001");
    }

    /** @return where to, each time */
    private List<String> sent(AlertChannel channel) {
        var directory = new InMemoryDirectory();
        directory.save(new Physician(
                PHYSICIAN,
                new PersonName("Camille", "Durand"),
                new Rpps("10000000017"),
                new MailAddress("durand@exemple.fr"),
                new Career(List.of(), List.of(), List.of(), List.of(), List.of()),
                List.of(
                        ContactNumber.always(PhoneNumber.parse("03 44 11 00 00")),
                        ContactNumber.always(PhoneNumber.parse("06 39 98 00 01")))));
        Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        queue.waiting = new Alert(
                UUID.randomUUID(),
                Optional.empty(),
                new TerritoryCode("ESSAI"),
                channel,
                Optional.of(PHYSICIAN),
                new Alert.Content("sujet", "texte"));
        var slow = new Slow(channel);
        slow.node = new AlertRounds(queue, new Recipients(directory, SETTINGS), SETTINGS, clock, List.of(slow));
        slow.node.send();
        return slow.sent;
    }

    /** While it waits, the other node has its turn. */
    private final class Slow implements Messenger {

        private final AlertChannel channel;
        private final List<String> sent = new ArrayList<>();
        private AlertRounds node;

        Slow(AlertChannel channel) {
            this.channel = channel;
        }

        @Override
        public AlertChannel channel() {
            return channel;
        }

        @Override
        public boolean isConfigured() {
            return true;
        }

        @Override
        public Duration longestSend() {
            return Duration.ofSeconds(125);
        }

        @Override
        public Taken send(String to, Alert what) {
            sent.add(to);
            if (sent.size() == 1) {
                now = now.plus(longestSend());
                node.send();
            }
            return Taken.WITHOUT_A_WORD;
        }
    }

    private final class Queue implements AlertQueue {

        private Alert waiting;
        private int tries;
        private Instant due = Instant.EPOCH;
        private boolean open = true;

        @Override
        public List<Waiting> due(Instant at) {
            return open && !due.isAfter(at) ? List.of(new Waiting(waiting, tries)) : List.of();
        }

        @Override
        public boolean take(Waiting seen, Instant until) {
            if (!open || seen.tries() != tries) {
                return false;
            }
            tries++;
            due = until;
            return true;
        }

        @Override
        public void sent(Alert alert, Messenger.Taken taken, Instant at) {
            open = false;
        }

        @Override
        public boolean wasQueued(TerritoryCode territory, String subject, Instant since) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void add(List<Alert> alerts, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void givenUp(Alert alert, String problem, Instant at) {
            throw new AssertionError(problem);
        }

        @Override
        public void refused(UUID id, String problem, Instant nextTry) {
            throw new AssertionError(problem);
        }
    }
}
