package fr.appui.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.DutyRung;
import fr.appui.planning.life.ReplacementRequest;
import fr.appui.planning.life.ReplacementRequest.Status;
import fr.appui.rota.Substitution.Act;
import fr.appui.web.home.Matter.Urgency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RotaMattersTest {

    @Test
    void whoCannotAssureTheFirstRungIsReplacedTonight() {
        Matter matter = RotaMatters.asked(request(DutyRung.FIRST), "Dr Roux", true);
        assertThat(matter.urgency()).isEqualTo(Urgency.NOW);
        assertThat(matter.sentence()).startsWith("Dr Roux ne peut plus assurer l’astreinte du ");
        assertThat(matter.address()).isEqualTo("/planning/HDF-OISE/ce-soir?date=2026-11-14");
    }

    @Test
    void aBackUpIsReplacedOnTheirOwnRungAndNotWhoIsRungFirst() {
        Matter matter = RotaMatters.asked(request(DutyRung.BACK_UP), "Dr Roux", false);
        assertThat(matter.urgency()).isEqualTo(Urgency.SOON);
        assertThat(matter.sentence()).startsWith("Dr Roux ne peut plus assurer l’astreinte de recours du ");
        assertThat(matter.address()).isEqualTo("/planning/HDF-OISE/2026-Q4?date=2026-11-14#placer");
    }

    @Test
    void moreDatesThanAreShownAreCounted() {
        LocalDate first = LocalDate.of(2026, 11, 14);
        assertThat(RotaMatters.said(first.datesUntil(first.plusDays(6)).toList()))
                .startsWith("6 plages")
                .endsWith(".");
        assertThat(RotaMatters.said(first.datesUntil(first.plusDays(7)).toList()))
                .endsWith(" et une autre.");
        assertThat(RotaMatters.said(first.datesUntil(first.plusDays(8)).toList()))
                .endsWith(" et 2 autres.");
    }

    private static ReplacementRequest request(DutyRung rung) {
        return new ReplacementRequest(
                UUID.randomUUID(),
                new TerritoryCode("HDF-OISE"),
                LocalDate.of(2026, 11, 14),
                rung,
                new PhysicianId(UUID.randomUUID()),
                new LinkedHashMap<>(),
                Status.OPEN,
                new Act("dr", "Grippe", Instant.parse("2026-11-12T09:00:00Z")));
    }
}
