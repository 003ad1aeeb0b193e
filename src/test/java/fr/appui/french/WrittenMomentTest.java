package fr.appui.french;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenMomentTest {

    private static final ZoneId NOUMEA = ZoneId.of("Pacific/Noumea");

    @Test
    void anOffsetIsReadHoweverItsSignArrived() {
        assertThat(WrittenMoment.read(" 2026-11-14T22:00:00+01:00 ")).isEqualTo(Instant.parse("2026-11-14T21:00:00Z"));
        assertThat(WrittenMoment.read("2026-11-14T22:00:00 01:00")).isEqualTo(Instant.parse("2026-11-14T21:00:00Z"));
        assertThat(WrittenMoment.local("2026-11-14T22:00", NOUMEA)).isEqualTo(Instant.parse("2026-11-14T11:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demain",
                "2026-11-14T22:00:00",
                "+999999999-12-31T23:59:59-18:00",
                "-999999999-01-01T00:00:00+18:00",
                "9999-12-31T23:59:59-18:00",
                "0000-01-01T00:00:00Z"
            })
    void whatNoClockOfOursCanTellIsNone(String text) {
        assertThatThrownBy(() -> WrittenMoment.read(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("écrire un instant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+999999999-12-31T23:59", "-999999999-01-01T00:00", "9999-12-31T23:59"})
    void norOfAForm(String text) {
        assertThatThrownBy(() -> WrittenMoment.local(text, NOUMEA)).isInstanceOf(DateTimeException.class);
    }
}
