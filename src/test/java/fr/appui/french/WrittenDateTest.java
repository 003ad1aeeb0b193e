package fr.appui.french;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {

    @ParameterizedTest
    @ValueSource(strings = {"14/07/2026", "2026-07-14", " 14/7/2026 "})
    void aDateIsReadAsFranceAndAsAProgramWritesIt(String text) {
        assertThat(WrittenDate.read(text)).isEqualTo(LocalDate.of(2026, 7, 14));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"31/06/2026", "14/07/26", "2026-7-14", "demain", "14-07-2026", "+999999999-01-01", "0026-07-14"})
    void whatIsNoDateSaysHowToWriteOne(String text) {
        assertThatThrownBy(() -> WrittenDate.read(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("« " + text + " » n’est pas une date ; écrire par exemple 14/07/2026");
    }

    @Test
    void nothingIsToBeFilledIn() {
        assertThatThrownBy(() -> WrittenDate.read(" ")).hasMessage("à renseigner, écrire par exemple 14/07/2026");
    }
}
