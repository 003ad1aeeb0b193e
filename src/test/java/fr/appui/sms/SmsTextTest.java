package fr.appui.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmsTextTest {

    @Test
    void typographyThatWouldHalveEachPartIsLeftOut() {
        assertThat(SmsText.of("Vos astreintes – l’Oise\u00a0: «\u00a0à 18\u202fh\u00a0»…"))
                .isEqualTo("Vos astreintes - l'Oise : \"à 18 h\"...");
    }

    /** « ç » is of the alphabet as a capital alone. */
    @Test
    void aLetterThatTheAlphabetLacksLosesItsAccent() {
        assertThat(SmsText.of(
                        "Vous êtes d’astreinte dès le 1er août ; reçu : Dr Benoît Lefèvre, à l’hôpital, Œuvre Ç 5 €"))
                .isEqualTo(
                        "Vous etes d'astreinte dès le 1er aout ; recu : Dr Benoit Lefèvre, à l'hopital, OEuvre Ç 5 €");
        assertThat(SmsText.of("Γιάννης Ж")).isEqualTo("Γιαννης Ж");
    }

    @Test
    void itIsTwoPartsAtMost() {
        assertThat(SmsText.of("a".repeat(400))).hasSize(300);
    }
}
