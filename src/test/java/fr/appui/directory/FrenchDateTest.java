package fr.appui.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FrenchDateTest {

    @Test
    void onlyTheFirstOfAMonthIsOrdinal() {
        assertThat(FrenchDate.of(LocalDate.of(2026, 5, 1))).isEqualTo("1er mai 2026");
        assertThat(FrenchDate.of(LocalDate.of(2026, 8, 2))).isEqualTo("2 août 2026");
        assertThat(FrenchDate.of(LocalDate.of(2026, 12, 11))).isEqualTo("11 décembre 2026");
    }

    @Test
    void aDateWrittenElsewhereIsOrdinalToo() {
        assertThat(FrenchDate.ordinal("samedi 1 janvier 2028 à 18:00")).isEqualTo("samedi 1er janvier 2028 à 18:00");
        assertThat(FrenchDate.ordinal("vendredi 1 mai à 11 h 01")).isEqualTo("vendredi 1er mai à 11 h 01");
        assertThat(FrenchDate.ordinal("mardi 11 mai à 1 h 01")).isEqualTo("mardi 11 mai à 1 h 01");
    }

    @Test
    void aMomentHasItsDayAndItsTime() {
        assertThat(FrenchDate.andTime(LocalDate.of(2026, 11, 14).atTime(8, 5).atZone(ZoneId.of("Europe/Paris"))))
                .isEqualTo("samedi 14 novembre 2026 à 8\u00a0h\u00a005");
    }
}
