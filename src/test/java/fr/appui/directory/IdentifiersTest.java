package fr.appui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    private static final String RPPS = "10999900011";

    @Test
    void anRppsHasElevenDigitsOfWhichTheLastChecksTheOthers() {
        assertThat(new Rpps(RPPS).value()).isEqualTo(RPPS);
        assertThatThrownBy(() -> new Rpps("1099990001")).hasMessageContaining("11 chiffres");
        assertThatThrownBy(() -> new Rpps(RPPS + "0")).hasMessageContaining("11 chiffres");
        assertThatThrownBy(() -> new Rpps("1099990001X")).hasMessageContaining("11 chiffres");
    }

    /** Luhn's sum finds any one wrong digit: each of the 11 is changed to each of the 9 others. */
    @Test
    void anySingleWrongDigitOfAnRppsIsFound() {
        for (int position = 0; position < RPPS.length(); position++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String mistyped = RPPS.substring(0, position) + digit + RPPS.substring(position + 1);
                if (!mistyped.equals(RPPS)) {
                    assertThatThrownBy(() -> new Rpps(mistyped)).hasMessageContaining("clé de contrôle");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"609900014", "2A0000014", "2B0000020"})
    void aFinessHasNineCharactersCorsicaIncluded(String finess) {
        assertThat(new Finess(finess).value()).isEqualTo(finess);
    }

    @ParameterizedTest
    @ValueSource(strings = {"60990001", "6099000140", "2C0000014", "6A9900014", "2a0000014"})
    void aFinessOfAnotherShapeIsRefused(String finess) {
        assertThatThrownBy(() -> new Finess(finess)).hasMessageContaining("attendu 9 chiffres");
    }

    @ParameterizedTest
    @ValueSource(strings = {"609900015", "619900014", "2A0000013", "2B0000014"})
    void aMistypedFinessIsRefused(String finess) {
        assertThatThrownBy(() -> new Finess(finess)).hasMessageContaining("clé de contrôle");
    }

    @Test
    void aTerritoryIsInTheRegionThatItsCodeBeginsWith() {
        assertThat(new TerritoryCode("HDF-OISE").isIn("HDF")).isTrue();
        assertThat(new TerritoryCode("HDF-OISE").isIn("HD")).isFalse();
        assertThat(new TerritoryCode("HDF").isIn("HDF")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"appui", "appui@", "@hopital.fr", "a b@hopital.fr", "appui@hopital", "x@y.fr, z@y.fr"})
    void aMailAddressThatCannotBeWrittenToIsRefused(String mail) {
        assertThatThrownBy(() -> new MailAddress(mail)).hasMessageContaining("adresse de courriel");
    }
}
