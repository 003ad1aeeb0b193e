package fr.appui.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TerritoryChangeTest {

    private static final Finess VALMONT = new Finess("609900014");
    private static final Finess TILLEULS = new Finess("609900022");

    private static Territory oise(String name, Optional<Finess> host, ProximityZone... zones) {
        return new Territory(
                new TerritoryCode("HDF-OISE"),
                name,
                List.of(zones),
                ZoneId.of("Europe/Paris"),
                HolidayZone.METROPOLE,
                Territory.Contact.NONE,
                host);
    }

    private static ProximityZone zone(String name, String... communes) {
        return new ProximityZone(name, List.of(communes));
    }

    private static List<String> told(Territory before, Territory after) {
        return TerritoryChange.sentences(
                before, after, finess -> finess.equals(VALMONT) ? "CH de Valmont" : "Tilleuls");
    }

    /** It can be called off until then. */
    @Test
    void aJoiningToComeIsNotToldAsDone() {
        LocalDate day = LocalDate.of(2026, 12, 1);
        var joining = new Joining(
                new TerritoryCode("HDF-UN"), new TerritoryCode("HDF-DEUX"), day, LocalDate.of(2026, 5, 4), "ARS 7");
        assertThat(TerritoryChange.joined(joining, TerritoryCode::value, day.minusDays(1)))
                .startsWith("La ligne du territoire « HDF-UN » sera réunie à celle de « HDF-DEUX », qui répondra");
        assertThat(TerritoryChange.joined(joining, TerritoryCode::value, day)).contains(" est réunie ", "qui répond ");
    }

    @Test
    void nothingIsToldOfWhatStays() {
        Territory oise = oise("Oise", Optional.of(VALMONT), zone("Beauvais"), zone("Creil"));
        assertThat(told(oise, oise("Oise", Optional.of(VALMONT), zone("Creil"), zone("Beauvais"))))
                .isEmpty();
    }

    @Test
    void theNameAndWhoCarriesItAreTold() {
        assertThat(told(oise("Oise", Optional.empty()), oise("Oise Sud", Optional.of(VALMONT))))
                .containsExactly(
                        "Le territoire « Oise » devient « Oise Sud »",
                        "Établissement porteur : CH de Valmont, auparavant aucun");
        assertThat(told(oise("Oise", Optional.of(VALMONT)), oise("Oise", Optional.of(TILLEULS))))
                .containsExactly("Établissement porteur : Tilleuls, auparavant CH de Valmont");
    }

    @Test
    void zonesAndTheirCommunesAreTold() {
        Territory before =
                oise("Oise", Optional.empty(), zone("Beauvais", "60057", "60001"), zone("Creil", "60175"), zone("Sud"));
        Territory after = oise(
                "Oise",
                Optional.empty(),
                zone("Beauvais", "60057", "60002", "60003"),
                zone("Creil", "60175"),
                zone("Nord"));
        assertThat(told(before, after))
                .containsExactly(
                        "Zone « Beauvais », 2 communes ajoutées : 60002, 60003",
                        "Zone « Beauvais », 1 commune retirée : 60001",
                        "Zone « Nord » ajoutée",
                        "Zone « Sud » retirée");
    }

    @Test
    void manyCommunesAreCounted() {
        String[] communes =
                IntStream.range(0, 300).mapToObj("60%03d"::formatted).toArray(String[]::new);
        assertThat(told(
                        oise("Oise", Optional.empty(), zone("Creil")),
                        oise("Oise", Optional.empty(), zone("Creil", communes))))
                .containsExactly("Zone « Creil », 300 communes ajoutées");
    }
}
