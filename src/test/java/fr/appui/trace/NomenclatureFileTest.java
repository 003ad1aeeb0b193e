package fr.appui.trace;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.trace.NomenclatureReading.Accepted;
import fr.appui.trace.NomenclatureReading.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NomenclatureFileTest {

    private static final String SMALL = """
            version: "2027.1"
            label: Trame régionale
            valid-from: 2027-01-01
            caller-profiles:
              - {code: GP, label: Médecin traitant, counts-as: [PHYSICIAN]}
            motives:
              - {code: PAIN, label: Douleur, counts-as: [SYMPTOM]}
              - {code: OTHER, label: Autre}
            orientations:
              - {code: HOME, label: Maintien, counts-as: [STAYS_IN_PLACE]}
            places-of-care:
              - {code: HOME, label: Domicile}
            """;

    static Nomenclature defaultNomenclature() {
        try (var file = NomenclatureFileTest.class.getResourceAsStream("/nomenclature/default-2026.yaml")) {
            String yaml = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return ((Accepted) NomenclatureFile.read(yaml)).nomenclature();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void theDefaultListsAreThoseOfTheDomain() {
        Nomenclature byDefault = defaultNomenclature();
        assertThat(byDefault.terms(TermKind.CALLER_PROFILE))
                .extracting(Term::label)
                .containsExactly(
                        "Médecin généraliste",
                        "Médecin coordonnateur HAD",
                        "Médecin coordonnateur EMS",
                        "Autre médecin",
                        "IDEL",
                        "IDE SSIAD",
                        "IDE HAD",
                        "IDE EMS",
                        "IDE de nuit EHPAD",
                        "SAMU",
                        "SAS",
                        "PDSA",
                        "Autre professionnel",
                        "Non éligible (patient, aidant, autre)");
        assertThat(byDefault.terms(TermKind.MOTIVE)).hasSize(15);
        assertThat(byDefault.terms(TermKind.ORIENTATION)).hasSize(11);
        assertThat(byDefault.label(TermKind.MOTIVE, "SEDATION")).isEqualTo("Sédation");
    }

    @Test
    void aSoundFileIsRead() {
        var nomenclature = ((Accepted) NomenclatureFile.read(SMALL)).nomenclature();
        assertThat(nomenclature.version()).isEqualTo("2027.1");
        assertThat(nomenclature.validFrom()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(nomenclature.countsAs(TermKind.MOTIVE, "PAIN", Meaning.SYMPTOM))
                .isTrue();
        assertThat(nomenclature.countsAs(TermKind.MOTIVE, "OTHER", Meaning.SYMPTOM))
                .isFalse();
    }

    /** Which demands a region's service admits is in its lists: support of a collegial decision is no refusal where it is a motive. */
    @Test
    void aRegionAdmitsSupportOfACollegialDecisionByItsListOfMotives() {
        var admitted = ((Accepted) NomenclatureFile.read(SMALL.replace(
                        "{code: OTHER, label: Autre}", "{code: COLLEGIALITY, label: Appui à la collégialité}")))
                .nomenclature();
        assertThat(admitted.countsAs(TermKind.MOTIVE, "COLLEGIALITY", Meaning.OUT_OF_SCOPE))
                .isFalse();
        assertThat(defaultNomenclature().label(TermKind.MOTIVE, "OUT_OF_SCOPE")).contains("procédure collégiale");
        assertThat(defaultNomenclature().countsAs(TermKind.MOTIVE, "OUT_OF_SCOPE", Meaning.OUT_OF_SCOPE))
                .isTrue();
    }

    @Test
    void aCodeGivenTwiceIsRefusedAtItsLine() {
        assertThat(problemsOf(SMALL.replace("code: OTHER", "code: PAIN")))
                .containsExactly("ligne 8, motives[2].code : « PAIN » figure déjà dans cette liste");
    }

    @Test
    void aLabelThatIsMissingIsRefusedAtItsLine() {
        assertThat(problemsOf(SMALL.replace(", label: Autre}", "}")))
                .containsExactly("ligne 8, motives[2].label : manque ; une valeur est attendue");
    }

    @Test
    void anUnknownHeadingIsRefusedRatherThanIgnored() {
        assertThat(problemsOf(SMALL.replace("places-of-care", "lieux")))
                .anyMatch(problem -> problem.startsWith("ligne 11, fichier : rubrique « lieux » inconnue"))
                .anyMatch(problem -> problem.contains("places-of-care : attendu une liste"));
    }

    @Test
    void aProfileMustSayItsFamilyAndAMeaningMustBeOneOfTheList() {
        assertThat(problemsOf(SMALL.replace(", counts-as: [PHYSICIAN]", "")))
                .singleElement()
                .asString()
                .startsWith("ligne 5, caller-profiles[1].counts-as");
        assertThat(problemsOf(SMALL.replace("[SYMPTOM]", "[HOSPITALISATION]")))
                .containsExactly(
                        "ligne 7, motives[1].counts-as : valeur inconnue ; choisir parmi SYMPTOM, OUT_OF_SCOPE");
    }

    @Test
    void aBadDateAndABadCodeAreBothTold() {
        assertThat(problemsOf(SMALL.replace("2027-01-01", "01/01/2027").replace("code: PAIN", "code: douleur")))
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("ligne 3, valid-from"))
                .anyMatch(problem -> problem.startsWith("ligne 7, motives[1].code"));
    }

    @Test
    void whatIsNotYamlIsRefusedWithItsLine() {
        assertThat(problemsOf("version: 1\nlabel: ["))
                .singleElement()
                .asString()
                .startsWith("ligne 2");
        assertThat(problemsOf("bonjour")).singleElement().asString().startsWith("ligne 1, fichier");
        assertThat(problemsOf("")).singleElement().asString().startsWith("ligne 1, fichier");
    }

    @Test
    void aLaterVersionLeavesEarlierCallsTheirMeaning() {
        var later = ((Accepted) NomenclatureFile.read(SMALL)).nomenclature();
        var all = new Nomenclatures(List.of(later, defaultNomenclature()));
        assertThat(all.inForce(LocalDate.of(2026, 12, 31)).orElseThrow().version())
                .isEqualTo("2026.1");
        assertThat(all.inForce(LocalDate.of(2027, 1, 1)).orElseThrow().version())
                .isEqualTo("2027.1");
        assertThat(all.version("2026.1").orElseThrow().label(TermKind.CALLER_PROFILE, "PDSA"))
                .isEqualTo("PDSA");
        assertThat(all.inForce(LocalDate.of(2019, 12, 31))).isEmpty();
    }

    private static List<String> problemsOf(String yaml) {
        return ((Refused) NomenclatureFile.read(yaml))
                .problems().stream().map(Object::toString).toList();
    }
}
