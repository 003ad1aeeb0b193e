package fr.appui.web.regulator;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.HolidayZone;
import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.ProximityZone;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.InMemoryDirectory;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a regulator types at night, and whom it finds. */
class TerritoryFinderTest {

    private static final String COMPIEGNE = "60159";
    private static final String NOYON = "60471";
    private static final String LAON = "02408";

    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final TerritoryFinder finder = new TerritoryFinder(
            new PlacesShown(directory, new RotaThatAnswers(), PlacesShownTest.noTrouble()),
            new Communes(CommunesTest.settings(Optional.empty())));

    @BeforeEach
    void threeTerritories() {
        Stream.of(
                        territory("HDF-OISE-EST", "Oise est", "Noyonnais", "03 44 00 00 01", COMPIEGNE, NOYON),
                        territory("HDF-COMPIEGNE", "Compiégnois", "Ville", "03 44 00 00 02", COMPIEGNE),
                        territory("HDF-AISNE", "Aisne nord", "Laonnois", "03 23 00 00 03", LAON))
                .forEach(directory::save);
    }

    @Test
    void aCommuneThatTwoShareFindsBoth() {
        assertThat(found("Compiègne")).containsExactlyInAnyOrder("HDF-OISE-EST", "HDF-COMPIEGNE");
        assertThat(found("compienge")).containsExactlyInAnyOrder("HDF-OISE-EST", "HDF-COMPIEGNE");
        assertThat(found(COMPIEGNE)).containsExactlyInAnyOrder("HDF-OISE-EST", "HDF-COMPIEGNE");
        assertThat(found("60200")).as("a postcode").containsExactlyInAnyOrder("HDF-OISE-EST", "HDF-COMPIEGNE");
        assertThat(found("Noyon")).containsExactly("HDF-OISE-EST");
    }

    @Test
    void aCommuneOfNoZoneHasTheTerritoriesOfItsDepartment() {
        var beauvais = finder.find("Beauvais");
        assertThat(codes(beauvais)).containsExactlyInAnyOrder("HDF-OISE-EST", "HDF-COMPIEGNE");
        assertThat(beauvais.department()).isEqualTo("Oise");
        assertThat(finder.byCommune("Beauvais").territories())
                .as("a program reads no notice")
                .isEmpty();
    }

    @Test
    void aCodeANameAZoneOrANumberFindsItsOwn() {
        assertThat(found("hdf-aisne")).containsExactly("HDF-AISNE");
        assertThat(found("aisne")).containsExactly("HDF-AISNE");
        assertThat(found("laonnois")).containsExactly("HDF-AISNE");
        assertThat(found("03 23 00 00 03")).containsExactly("HDF-AISNE");
        assertThat(found("+33323000003")).containsExactly("HDF-AISNE");
    }

    @Test
    void nothingTypedShowsAllAndNothingKnownShowsNone() {
        assertThat(found("  ")).hasSize(3);
        assertThat(found("Xyzzyx")).isEmpty();
    }

    private List<String> found(String asked) {
        return codes(finder.find(asked));
    }

    private static List<String> codes(TerritoryFinder.Found found) {
        return found.territories().stream()
                .map(territory -> territory.code().value())
                .toList();
    }

    static Territory territory(String code, String name, String zone, String number, String... communes) {
        var named = new TerritoryCode(code);
        return new Territory(
                named,
                name,
                List.of(new ProximityZone(zone, List.of(communes))),
                ZoneId.of("Europe/Paris"),
                HolidayZone.METROPOLE,
                new Territory.Contact(
                        Optional.of(new SupportLine(PhoneNumber.parse(number), named, LineSettings.defaults())),
                        Optional.empty()),
                Optional.empty());
    }
}
