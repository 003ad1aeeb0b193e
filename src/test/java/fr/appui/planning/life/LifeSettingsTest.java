package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;

class LifeSettingsTest {

    @Test
    void whereNobodyChoseTheDefaultsHold() {
        LifeSettings settings = Office.SETTINGS;
        assertThat(settings.noticesEvery()).isEqualTo("10s");
        assertThat(settings.alertsEvery()).isEqualTo("15m");
        assertThat(settings.noticesKept()).isEqualTo(Duration.ofDays(180));
        assertThat(settings.wishesKept()).isEqualTo(Period.ofYears(1));
        assertThat(settings.actsKept()).isEqualTo(Period.ofYears(5));
        assertThat(settings.swapPatience()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.generationsAtOnce()).isEqualTo(2);
        assertThat(settings.longestGeneration()).isEqualTo(Duration.ofMinutes(5));
    }
}
