package fr.appui.rota.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.appui.directory.Agreement;
import fr.appui.directory.Eligibility;
import fr.appui.directory.Establishment;
import fr.appui.directory.HostRule;
import fr.appui.directory.Partners;
import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
import fr.appui.rota.Duty;
import fr.appui.rota.PublishedRota;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceFileTest {

    private static final Instant NOW = Instant.parse("2026-11-14T12:00:00Z");
    private static final Reference DEMONSTRATION = new ReferenceFile("reference/demonstration.yaml").read(NOW);

    @TempDir
    Path folder;

    @Test
    void theSevenTerritoriesOfHautsDeFranceHaveTheirZones() {
        Reference region = new ReferenceFile("reference/hauts-de-france.yaml").read(NOW);
        assertThat(region.territories())
                .extracting(
                        territory -> territory.code().value(),
                        territory -> territory.proximityZones().size())
                .containsExactly(
                        tuple("HDF-AISNE-HAUTE-SOMME", 6),
                        tuple("HDF-HAINAUT", 3),
                        tuple("HDF-LITTORAL-NORD", 4),
                        tuple("HDF-METROPOLE-FLANDRES", 3),
                        tuple("HDF-OISE", 3),
                        tuple("HDF-SOMME-LITTORAL-SUD", 3),
                        tuple("HDF-ARTOIS-DOUAISIS", 4));
        assertThat(region.territories())
                .extracting(territory -> territory.timeZone().getId())
                .containsOnly("Europe/Paris");
    }

    @Test
    void theDemonstrationHasFourEstablishmentsOfWhichOneMayHost() {
        LocalDate night = LocalDate.of(2026, 11, 14);
        Territory oise = DEMONSTRATION.territories().getFirst();
        assertThat(DEMONSTRATION.establishments())
                .hasSize(4)
                .filteredOn(establishment -> establishment
                        .missingToHost(night, HostRule.USP_AND_EMSP)
                        .isEmpty())
                .extracting(Establishment::finess)
                .containsExactly(oise.host().orElseThrow());
        assertThat(DEMONSTRATION.agreements())
                .extracting(Agreement::host)
                .hasSize(3)
                .containsOnly(oise.host().orElseThrow());
    }

    @Test
    void itsEightVolunteersAreEligibleOnEveryDateOfTheirDuties() {
        Partners partners = Partners.of(
                DEMONSTRATION.territories().getFirst(), DEMONSTRATION.establishments(), DEMONSTRATION.agreements());
        Map<Object, Physician> byId =
                DEMONSTRATION.physicians().stream().collect(Collectors.toMap(Physician::id, p -> p));
        assertThat(byId).hasSize(8);
        for (PublishedRota rota : DEMONSTRATION.rotas()) {
            for (Duty duty : rota.duties()) {
                assertThat(new Eligibility(byId.get(duty.physician()), partners).on(duty.date()))
                        .isEqualTo(new Eligibility.Answer.Eligible());
            }
        }
    }

    @Test
    void itsRotasHoldBothRungsOfEveryDateAndNobodyAboveTheQuota() {
        assertThat(DEMONSTRATION.rotas()).hasSize(3).allSatisfy(rota -> {
            LocalDate first = rota.quarter().first();
            List<LocalDate> dates =
                    first.datesUntil(rota.quarter().last().plusDays(1)).toList();
            for (int rung : new int[] {1, 2}) {
                assertThat(rota.duties().stream()
                                .filter(duty -> duty.rung() == rung)
                                .map(Duty::date))
                        .containsExactlyElementsOf(dates);
            }
            assertThat(rota.duties().stream()
                            .filter(duty -> duty.rung() == 1)
                            .collect(Collectors.groupingBy(Duty::physician, Collectors.counting()))
                            .values())
                    .allMatch(days -> days <= 14);
        });
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
                    rpps: "10999900011"     | rpps: "10999900012"       | champ « rpps »
                    uspRecognised: 2015     | uspReconnue: 2015         | champ « uspReconnue » inconnu
                    uspRecognised: 2015-01-01 | uspRecognised: hier     | « hier » n’est pas une date
                    kind: PUBLIC_HOSPITAL   | kind: HOPITAL             | choisir parmi PUBLIC_HOSPITAL
                    number: "03 53 01 60 60" | number: "pas un numéro"  | champ « number »
                    ringSeconds: [20, 20]   | ringSeconds: [20, 2]      | durée de sonnerie
                    ringSeconds: [20, 20]   | ringSeconds: vingt        | une liste est attendue
                    samu: "03 53 01 00 15"  | secondRungAfter: 25       | dépasse la sonnerie du premier rang
                    samu: "03 53 01 00 15"  | secondRungAfter: 2        | entre 5 et 55 secondes
                    samu: "03 53 01 00 15"  | longestSearch: 900        | entre 60 et 480 secondes
                    samu: "03 53 01 00 15"  | whenInCall: SOMEDAY       | choisir parmi NEXT_RUNG, WAIT
                    samu: "03 53 01 00 15"  | reliefs: [{whenClosed: true}] | soit « neighbour »
                    samu: "03 53 01 00 15"  | reliefs: [{neighbour: HDF-HAINAUT, days: [MONDAY]}] | champ « from » : à renseigner
                    - number: "06 39 98 60 01" | - {number: "06 39 98 60 01", from: "18:00"} | champ « to » : à renseigner
                    - number: "06 39 98 60 01" | - {number: "06 39 98 60 01", to: "8:30"} | champ « from » : à renseigner
                    samu: "03 53 01 00 15"  | reliefs: [{neighbour: HDF-OISE}] | son propre relais
                    asksProfile: true       | asksProfile: oui          | écrire true ou false
                    timeZone: Europe/Paris  | timeZone: Europe/Pontoise | fuseau
                    share: 0.8              | share: 1.8                | quotité
                    diploma: DESC           | diploma: BAC              | choisir parmi DU
                    agreedOn: 2025-11-20    | agreedOn: 2026-11-20      | accord de l’ARS
                    signedOn: 2025-12-01    | signedOn: 2026-12-01      | convention
                    quarter: 2026-Q4        | quarter: 2026-T4          | trimestre
                    from: 2026-11-09, to    | from: 2027-11-09, to      | précède le début
                    to: 2026-12-31          | to: 2027-01-01            | hors du trimestre
                    "10999900052", "10999900011" | "10999900094", "10999900011" | aucun médecin de ce fichier
                    """)
    void aBrokenFileIsRefusedWithTheLineAndTheField(String right, String wrong, String said) throws IOException {
        List<String> lines = lines();
        int line = lineWith(lines, right);
        lines.set(line, lines.get(line).replace(right, wrong));
        Path file = write(lines);
        assertThatThrownBy(() -> new ReferenceFile(file.toString()).read(NOW))
                .isInstanceOf(RefusedReference.class)
                .hasMessageStartingWith(file + ", ligne ")
                .hasMessageContaining(said);
    }

    @Test
    void theLineNamedIsTheOneOfTheField() throws IOException {
        List<String> lines = lines();
        int line = lineWith(lines, "finess:");
        lines.set(line, lines.get(line).replace("609900014", "609900015"));
        Path file = write(lines);
        assertThatThrownBy(() -> new ReferenceFile(file.toString()).read(NOW))
                .hasMessage(file + ", ligne " + (line + 1) + " : champ « finess » : finess : « 609900015 » a une clé de"
                        + " contrôle fausse ; vérifier chaque chiffre");
    }

    @Test
    void whatIsNotYamlIsRefusedWithItsLine() throws IOException {
        Path file = write(List.of("territories:", "  - code: \"HDF"));
        assertThatThrownBy(() -> new ReferenceFile(file.toString()).read(NOW))
                .isInstanceOf(RefusedReference.class)
                .hasMessageContaining("YAML illisible");
        assertThatThrownBy(() -> new ReferenceFile(write(List.of()).toString()).read(NOW))
                .hasMessageContaining("vide");
        assertThatThrownBy(() -> new ReferenceFile(write(List.of("- a")).toString()).read(NOW))
                .hasMessageContaining("ligne 1");
    }

    @Test
    void aFileThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> new ReferenceFile("reference/nulle-part.yaml").read(NOW))
                .hasMessageContaining("reference/nulle-part.yaml")
                .hasMessageContaining("n’existe pas");
    }

    private static List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(Path.of("src/main/resources/reference/demonstration.yaml")));
    }

    private static int lineWith(List<String> lines, String text) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text) && !lines.get(i).startsWith("#")) {
                return i;
            }
        }
        throw new AssertionError("no line has " + text);
    }

    private Path write(List<String> lines) throws IOException {
        return Files.write(folder.resolve("essai.yaml"), lines);
    }
}
