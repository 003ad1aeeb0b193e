package fr.appui.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmsTextTest {

    @Test
    void typographyThatWouldHalveEachPartIsLeftOut() {
        assertThat(SmsText.of("Vos astreintes – l’Oise\u00a0: «\u00a0à 18\u202fh\u00a0»…"))
                .isEqualTo("Vos astreintes - l'Oise : \"à 18 h\"...");
    }

    @Test
    void itIsTwoPartsAtMost() {
        assertThat(SmsText.of("a".repeat(400))).hasSize(300);
    }
}
