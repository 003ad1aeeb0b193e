package fr.appui.planning.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhysicianId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SmsRelayTest {

    @Test
    void aQuestionEndsOnItsOwnMark() {
        assertThat(text("Pouvez-vous prendre une astreinte, le lundi 3 août ?"))
                .isEqualTo("Appui : Pouvez-vous prendre une astreinte, le lundi 3 aout ? Détail : courriel, ou page"
                        + " \"Mes astreintes\".");
        assertThat(text("Astreinte reprise : le lundi 3 mai"))
                .startsWith("Appui : Astreinte reprise : le lundi 3 mai. D");
    }

    private static String text(String subject) {
        return SmsRelay.text(
                new SmsQueue.Waiting(UUID.randomUUID(), new PhysicianId(UUID.randomUUID()), subject, Instant.EPOCH));
    }
}
