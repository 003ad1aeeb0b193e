package fr.appui.web.regulator;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.HolidayZone;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.web.regulator.OnDutyPage.Seen;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OnDutyPageTest {

    private static final Instant EVENING = Instant.parse("2026-11-14T20:04:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZoneId REUNION = ZoneId.of("Indian/Reunion");

    @Test
    void theStateOfOneTerritoryIsOfItsOwnTime() {
        var seen = Seen.of(List.of(in(REUNION)), EVENING, Optional.of(EVENING.minusSeconds(60)));
        assertThat(seen.now()).isEqualTo(EVENING.atZone(REUNION));
        assertThat(seen.mixed()).isFalse();
        assertThat(seen.unread())
                .isEqualTo(new Seen.Unread(EVENING.minusSeconds(60).atZone(REUNION)));
    }

    @Test
    void ofTerritoriesThatShareNoTimeItIsThatOfParisAndSaid() {
        var seen = Seen.of(List.of(in(PARIS), in(REUNION)), EVENING, Optional.empty());
        assertThat(seen.now()).isEqualTo(EVENING.atZone(PARIS));
        assertThat(seen.mixed()).isTrue();
        assertThat(seen.unread()).isNull();
    }

    @Test
    void aRotaThatWasNeverReadIsSaidToBeUnreadWithoutAMoment() {
        var seen = Seen.of(List.of(), EVENING, Optional.of(Instant.EPOCH));
        assertThat(seen.mixed()).isFalse();
        assertThat(seen.unread()).isEqualTo(new Seen.Unread(null));
    }

    private static Territory in(ZoneId zone) {
        return new Territory(
                new TerritoryCode("ESSAI"),
                "Essai",
                List.of(),
                zone,
                HolidayZone.METROPOLE,
                Territory.Contact.NONE,
                Optional.empty());
    }
}
