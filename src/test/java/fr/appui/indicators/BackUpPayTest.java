package fr.appui.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.french.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackUpPayTest {

    @Test
    void aSettingIsNothingARateOrAShare() {
        assertThat(BackUpPay.valueOf("none")).isEqualTo(BackUpPay.NONE);
        assertThat(BackUpPay.valueOf("rate 30.50").sentence()).contains("30,50 € par jour");
        assertThat(BackUpPay.valueOf("share 0.25").sentence()).contains("25 % du forfait");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "rate", "rate -1", "rate 1.234", "share 1.2", "SHARE 0.5"})
    void whatIsNoneOfTheseIsRefusedWithTheRemedy(String written) {
        assertThatThrownBy(() -> BackUpPay.valueOf(written))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("écrire none, rate 30.00");
    }
}
