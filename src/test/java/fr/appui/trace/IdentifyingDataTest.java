package fr.appui.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifyingDataTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NIR        | assuré 2 69 05 49 588 157 80",
                "NIR        | 269054958815780 en HAD",
                "NIR        | 1 85 05 2A 123 456 33",
                "NIR        | numéro 2690549588157",
                "PHONE      | rappeler au 06 12 34 56 78",
                "PHONE      | rappeler au +33.3.44.11.22.33",
                "MAIL       | écrire à claire.d@exemple.fr",
                "BIRTH_DATE | né le 12 dans la Somme",
                "BIRTH_DATE | femme, 03/11/1941, dyspnée",
                "BIRTH_DATE | femme du 3 novembre 1941",
                "BIRTH_DATE | DDN inconnue",
                "NAME       | Mme Dupont douloureuse",
                "NAME       | M. D. agité",
                "NAME       | M Durand agité",
                "NAME       | MADAME LEFÈVRE",
                "NAME       | la patiente Martin refuse"
            })
    void isFound(String code, String text) {
        assertThat(IdentifyingData.find(text, TODAY))
                .extracting(IdentifyingData.Found::code)
                .contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Madame est agitée depuis ce matin, monsieur dort",
                "Morphine 10 mg/4 h puis 20 mg, midazolam 1 mg/h",
                "Revu le 02/03/2026 par l'EMSP, prochain passage le 16 mars 2026",
                "269054958815781 : référence de pompe",
                "SAMU 80 prévenu, dossier 2026-0145",
                "Le patient refuse l'hospitalisation ; patient connu de l'HAD",
                "Posologie 12/24/48, EVA 7 sur 10",
                "mort attendue, famille présente"
            })
    void ordinaryNotesPass(String text) {
        assertThat(IdentifyingData.find(text, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rappeler au 06 12 34 56 78", "Mme Dupont"})
    void theRefusalNeverRepeatsTheData(String text) {
        assertThat(IdentifyingData.find(text, TODAY))
                .allSatisfy(found -> assertThat(found.sentence())
                        .doesNotContain("06 12")
                        .doesNotContain("Dupont")
                        .contains("le retirer"));
    }
}
