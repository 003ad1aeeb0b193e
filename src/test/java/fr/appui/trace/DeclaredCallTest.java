package fr.appui.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredCallTest {

    private static final Instant NOW = Instant.parse("2026-03-09T21:10:00Z");

    @Test
    void aCallIsToldOfForSixtyDays() {
        assertThat(told(Duration.ZERO).at()).isEqualTo(NOW);
        assertThat(told(Duration.ofDays(60)).at()).isEqualTo(NOW.minus(Duration.ofDays(60)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "P60DT1S", "P3650D"})
    void neitherBeforeItCameNorWhenItIsLongOver(String ago) {
        assertThatThrownBy(() -> told(Duration.parse(ago)))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("quand : dans les 60 derniers jours, pas à venir");
    }

    private static DeclaredCall told(Duration ago) {
        return DeclaredCall.told(
                new CallId("declare-1"),
                new TerritoryCode("HDF-OISE"),
                PhysicianId.parse("00000000-0000-4000-8000-000000000001"),
                NOW.minus(ago),
                Duration.ofMinutes(9),
                NOW);
    }
}
