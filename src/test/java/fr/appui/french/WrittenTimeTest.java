package fr.appui.french;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {

    @ParameterizedTest
    @CsvSource({"18:30, 18:30", "8:30, 08:30", "18h30, 18:30", "18 h 30, 18:30", "18 h, 18:00", "00:00:00, 00:00"})
    void aTimeIsReadAsPeopleWriteIt(String text, String time) {
        assertThat(WrittenTime.read(text)).hasToString(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:00", "18:60", "18", "midi", "18:3"})
    void whatIsNoTimeSaysHowToWriteOne(String text) {
        assertThatThrownBy(() -> WrittenTime.read(text))
                .hasMessage("« " + text + " » n’est pas une heure ; écrire par exemple 18:30");
    }
}
