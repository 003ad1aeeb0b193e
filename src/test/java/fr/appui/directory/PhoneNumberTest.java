package fr.appui.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(chars = {'1', '2', '3', '4', '5', '6', '7', '8', '9'})
    void aFrenchNumberIsTheSameHoweverItIsWritten(char first) {
        String rest = first + "44112233".substring(0, 8);
        assertThat(PhoneNumber.parse("+33" + rest))
                .isEqualTo(PhoneNumber.parse("0" + rest))
                .isEqualTo(PhoneNumber.parse("0033" + rest))
                .extracting(PhoneNumber::e164)
                .isEqualTo("+33" + rest);
    }

    @Test
    void whatIsNoNumberIsNone() {
        assertThat(PhoneNumber.tryParse("+330344112233").map(PhoneNumber::e164)).contains("+33344112233");
        assertThat(PhoneNumber.tryParse("+33")).isEmpty();
        assertThat(PhoneNumber.tryParse("+3334411223344556677")).isEmpty();
        assertThat(PhoneNumber.tryParse("")).isEmpty();
    }
}
