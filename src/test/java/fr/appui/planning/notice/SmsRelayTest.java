package fr.appui.planning.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.Career;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PersonName;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Rpps;
import fr.appui.planning.life.InMemoryDirectory;
import fr.appui.sms.SmsServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one node has claimed it sends within its claim, or leaves: another node takes it then. */
class SmsRelayTest {

    private static final Instant START = Instant.parse("2026-11-14T21:00:00Z");
    private static final PhysicianId PHYSICIAN = new PhysicianId(UUID.randomUUID());

    private final SmsServer server = new SmsServer();
    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final Claims claims = new Claims();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aClaimLastsAsLongAsTheSlowestGatewayTakesForAllOfIt() {
        relay(Duration.ofSeconds(20));
        assertThat(server.got()).hasSize(claims.asked);
    }

    @Test
    void aNodeThatWasStoppedMeanwhileLeavesWhatIsNoLongerItsOwn() {
        relay(Duration.ofSeconds(50));
        assertThat(server.got()).isNotEmpty().hasSizeLessThan(claims.asked);
        assertThat(claims.written.getLast()).isBeforeOrEqualTo(START.plus(claims.patience));
    }

    /** @param each what sending one takes */
    private void relay(Duration each) {
        directory.save(new Physician(
                PHYSICIAN,
                new PersonName("Camille", "Durand"),
                new Rpps("10000000017"),
                new MailAddress("durand@exemple.fr"),
                new Career(List.of(), List.of(), List.of(), List.of(), List.of()),
                List.of(ContactNumber.always(PhoneNumber.parse("06 39 98 00 01")))));
        claims.each = each;
        new SmsRelay(claims, directory, server.gateway(Map.of()), SmsServer.settings(Map.of()), claims.clock()).relay();
    }

    /** One round of as many as are asked for; time passes as each is written down. */
    private static final class Claims implements SmsQueue {

        private final List<Instant> written = new ArrayList<>();
        private Instant now = START;
        private Duration each = Duration.ZERO;
        private Duration patience = Duration.ZERO;
        private int asked;

        Clock clock() {
            return ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        }

        @Override
        public List<Waiting> take(int most, Instant at, Duration claimed) {
            if (asked > 0) {
                return List.of();
            }
            asked = most;
            patience = claimed;
            var due = new ArrayList<Waiting>();
            for (int one = 0; one < most; one++) {
                due.add(new Waiting(UUID.randomUUID(), PHYSICIAN, "Vos astreintes", START));
            }
            return due;
        }

        @Override
        public void accepted(UUID id, Optional<String> gatewayId, Optional<String> doubt, Instant at) {
            now = now.plus(each);
            written.add(now);
        }

        @Override
        public void refused(UUID id, String why, Instant at) {
            throw new AssertionError(why);
        }

        @Override
        public void over(UUID id, String why, Instant at) {
            throw new AssertionError(why);
        }

        @Override
        public void receipt(String message, boolean delivered, Instant at) {
            throw new AssertionError(message);
        }
    }
}
