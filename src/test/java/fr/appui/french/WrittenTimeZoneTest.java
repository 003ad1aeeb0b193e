package fr.appui.french;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeZoneTest {

    @Test
    void aRegionIsNamed() {
        assertThat(WrittenTimeZone.read(" Indian/Reunion ")).isEqualTo(ZoneId.of("Indian/Reunion"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+01:00", "UTC+1", "Z", "Europe/Pontoise", "europe/paris"})
    void anOffsetOrAnythingElseIsRefused(String text) {
        assertThatThrownBy(() -> WrittenTimeZone.read(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("fuseau horaire : ")
                .hasMessageEndingWith("écrire par exemple Europe/Paris");
    }
}
