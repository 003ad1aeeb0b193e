package fr.appui.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OneTimeCodeTest {

    /** Of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @Test
    void theCodesAreThoseOfTheStandard() {
        assertThat(OneTimeCode.at(SECRET, 59 / 30)).isEqualTo("287082");
        assertThat(OneTimeCode.at(SECRET, 1111111109 / 30)).isEqualTo("081804");
        assertThat(OneTimeCode.written(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void aClockMayBeHalfAMinuteOut() {
        Instant now = Instant.ofEpochSecond(1111111109);
        assertThat(OneTimeCode.step(SECRET, " 081 804 ", now)).hasValue(1111111109 / 30);
        assertThat(OneTimeCode.step(SECRET, "081804", now.plusSeconds(30))).isPresent();
        assertThat(OneTimeCode.step(SECRET, "081804", now.plusSeconds(60))).isEmpty();
        assertThat(OneTimeCode.step(SECRET, "", now)).isEmpty();
    }

    @Test
    void aSecretThatBeginsWithNoughtsIsWrittenWhole() {
        assertThat(OneTimeCode.written(new byte[20])).isEqualTo("A".repeat(32));
    }
}
