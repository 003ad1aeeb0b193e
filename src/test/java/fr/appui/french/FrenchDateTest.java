package fr.appui.french;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FrenchDateTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void onlyTheFirstOfAMonthIsOrdinal() {
        assertThat(FrenchDate.of(LocalDate.of(2026, 5, 1))).isEqualTo("1er mai 2026");
        assertThat(FrenchDate.of(LocalDate.of(2026, 8, 2))).isEqualTo("2 août 2026");
        assertThat(FrenchDate.of(LocalDate.of(2026, 12, 11))).isEqualTo("11 décembre 2026");
    }

    @Test
    void theFirstIsOrdinalInEveryShapeAndATimeNever() {
        assertThat(FrenchDate.dayAndYear(LocalDate.of(2028, 1, 1))).isEqualTo("samedi 1er janvier 2028");
        assertThat(FrenchDate.shortDay(LocalDate.of(2026, 5, 1))).isEqualTo("ven. 1er mai");
        assertThat(FrenchDate.dayAndTime(LocalDate.of(2026, 5, 1).atTime(1, 1).atZone(PARIS)))
                .isEqualTo("vendredi 1er mai à 1\u00a0h\u00a001");
        assertThat(FrenchDate.dayAndTime(LocalDate.of(2027, 5, 11).atTime(1, 1).atZone(PARIS)))
                .isEqualTo("mardi 11 mai à 1\u00a0h\u00a001");
    }

    @Test
    void aMomentHasItsDayAndItsTime() {
        assertThat(FrenchDate.andTime(LocalDate.of(2026, 11, 14).atTime(8, 5).atZone(PARIS)))
                .isEqualTo("samedi 14 novembre 2026 à 8\u00a0h\u00a005");
    }
}
