package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.notice.NoticeBook.Told;
import fr.appui.rota.Substitution.Act;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WishCampaignMessagesTest {

    private static final Instant OPENED = Instant.parse("2026-06-01T08:00:00Z");
    private static final PhysicianId DR_A = new PhysicianId(new UUID(0, 0xA));
    private static final PhysicianId DR_B = new PhysicianId(new UUID(0, 0xB));

    private final WishCampaign campaign = new WishCampaign(
            new TerritoryCode("HDF-OISE"),
            Books.Q3,
            Books.Q3.first().minusDays(7),
            new Act("coordination", "recueil", OPENED),
            Optional.empty());

    @Test
    void theLastAboutThisCampaignCountsForEachWhoWasWrittenTo() {
        String subject = WishCampaignDesk.subject(campaign);
        Told reminder = told(DR_A, "Rappel – " + subject, 3);
        Told asked = told(DR_B, subject, 0);
        assertThat(WishCampaignMessages.last(
                        campaign, List.of(told(DR_B, "Vos astreintes", 4), reminder, told(DR_A, subject, 0), asked)))
                .isEqualTo(Map.of(DR_A, reminder, DR_B, asked));
    }

    private static Told told(PhysicianId physician, String subject, int days) {
        return new Told(
                UUID.randomUUID(),
                physician,
                subject,
                OPENED.plusSeconds(days * 86_400L),
                Optional.empty(),
                "",
                List.of(),
                true);
    }
}
