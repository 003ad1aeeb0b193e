package fr.appui.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.appui.directory.HolidayZone;
import fr.appui.directory.ProximityZone;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.AreaCoverage.State;
import fr.appui.indicators.HealthAreas.Area;
import fr.appui.indicators.HealthAreas.Extent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaCoverageTest {

    private static final Path HDF = Path.of("src", "main", "resources", "reference", "tas-hauts-de-france.yaml");

    private static HealthAreas areas() throws IOException {
        return HealthAreas.read(Files.readString(HDF));
    }

    /** « Seuls 5 territoires ont pu être couverts, dont 2 partiellement » (doc 001 §1), and the table of §4. */
    @Test
    void theSevenAreasAreAsTheCahierDesChargesStatesThem() throws IOException {
        assertThat(areas().areas())
                .extracting(Area::name, Area::stated, Area::statedZones)
                .containsExactlyInAnyOrder(
                        tuple("Métropole Flandres", Extent.WHOLE, List.of()),
                        tuple("Oise", Extent.WHOLE, List.of()),
                        tuple("Somme Littoral Sud", Extent.WHOLE, List.of()),
                        tuple("Hainaut", Extent.PART, List.of("Valenciennois")),
                        tuple("Littoral Nord", Extent.PART, List.of("Boulonnais")),
                        tuple("Aisne Haute Somme", Extent.NONE, List.of()),
                        tuple("Artois Douaisis", Extent.NONE, List.of()));
    }

    /** A service of one zone is a part of its area; with that of the others it is the whole. */
    @Test
    void aServiceOfAPartSaysWhatIsStillToBeReached() throws IOException {
        Territory valenciennes = territory("HDF-VALENCIENNES", new ProximityZone("Valenciennois", List.of("59606")));
        State hainaut = state(AreaCoverage.of(areas(), List.of(valenciennes), Map.of()), "Hainaut");
        assertThat(hainaut.extent()).isEqualTo(Extent.PART);
        assertThat(hainaut.missing()).containsExactly("Sambre-Avesnois", "Cambrésis");
        assertThat(hainaut.inhabitants()).isEmpty();
        Territory rest =
                territory("HDF-SAMBRE", ProximityZone.named("Sambre Avesnois"), ProximityZone.named("cambresis"));
        assertThat(state(AreaCoverage.of(areas(), List.of(valenciennes, rest), Map.of()), "Hainaut")
                        .extent())
                .isEqualTo(Extent.WHOLE);
        assertThat(AreaCoverage.of(areas(), List.of(), Map.of()).areas())
                .extracting(State::extent)
                .containsOnly(Extent.NONE);
    }

    @Test
    void inhabitantsAreThoseOfTheServedCommunesOnceEach() throws IOException {
        Territory one = territory("HDF-A", new ProximityZone("Beauvais", List.of("60057", "60175")));
        Territory other = territory("HDF-B", new ProximityZone("Creil-Senlis", List.of("60175")));
        AreaCoverage coverage = AreaCoverage.of(
                areas(), List.of(one, other), Map.of("60057", 56_000L, "60175", 36_000L, "80021", 134_000L));
        assertThat(coverage.communes()).containsExactlyInAnyOrder("60057", "60175");
        assertThat(coverage.inhabitants()).contains(new AreaCoverage.Inhabitants(92_000, 226_000));
        assertThat(state(coverage, "Oise").inhabitants()).contains(92_000L);
        assertThat(state(coverage, "Oise").communes()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stated: WHOLE | stated: ALL | ligne 6",
                "zones: [Beauvais] | zone: [Beauvais] | ligne 5",
                "region: T | regions: T | ligne 1",
                "zones: [Beauvais] | zones: [Beauvais, Beauvais] | ligne 5"
            })
    void whatIsUnknownIsRefusedWithItsLine(String right, String wrong, String line) {
        String yaml = """
                region: T
                source: essai
                areas:
                  - name: Oise
                    zones: [Beauvais]
                    stated: WHOLE
                """;
        assertThat(HealthAreas.read(yaml).areas()).hasSize(1);
        assertThatThrownBy(() -> HealthAreas.read(yaml.replace(right, wrong))).hasMessageContaining(line);
    }

    private static State state(AreaCoverage coverage, String area) {
        return coverage.areas().stream()
                .filter(state -> state.area().name().equals(area))
                .findFirst()
                .orElseThrow();
    }

    private static Territory territory(String code, ProximityZone... zones) {
        return new Territory(
                new TerritoryCode(code),
                "Appui " + code,
                List.of(zones),
                ZoneId.of("Europe/Paris"),
                HolidayZone.METROPOLE,
                Territory.Contact.NONE,
                Optional.empty());
    }
}
