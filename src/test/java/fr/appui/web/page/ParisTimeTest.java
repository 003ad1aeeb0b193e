package fr.appui.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.HolidayZone;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.InMemoryDirectory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParisTimeTest {

    private static final Instant EVENING = Instant.parse("2026-11-14T20:04:05Z");

    @Test
    void whoseTimeItIsIsSaidWhereATerritoryKeepsAnotherOne() {
        var paris = time("Europe/Paris");
        assertThat(paris.exactly(EVENING)).isEqualTo("14/11/2026 21:04:05");
        assertThat(paris.clock(EVENING)).isEqualTo("21\u00a0h\u00a004");
        var beyond = time("Europe/Paris", "Indian/Reunion");
        assertThat(beyond.exactly(EVENING)).isEqualTo("14/11/2026 21:04:05 (heure\u00a0de\u00a0Paris)");
        assertThat(beyond.clock(EVENING)).isEqualTo("21\u00a0h\u00a004 (heure\u00a0de\u00a0Paris)");
    }

    private static ParisTime time(String... zones) {
        var directory = new InMemoryDirectory();
        Stream.of(zones)
                .map(zone -> new Territory(
                        new TerritoryCode(
                                "T-" + zone.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z]", "")),
                        zone,
                        List.of(),
                        ZoneId.of(zone),
                        HolidayZone.METROPOLE,
                        Territory.Contact.NONE,
                        Optional.empty()))
                .forEach(directory::save);
        return new ParisTime(directory);
    }
}
