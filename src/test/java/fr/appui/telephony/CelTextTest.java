package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CelTextTest {

    private static final String RECORD =
            "\"HANGUP\",\"1795359633.896811\",\"0612000070\",\"s\",\"appui-call\",\"PJSIP/carrier-00000005\",\"1795359633.5\","
                    + "\"1795359633.5\",\"\",\"\",\"{\"\"hangupcause\"\":16}\"";

    @Test
    void whatAsteriskWritesIsARecord() {
        CelRecord record = CelText.read(RECORD, Duration.ZERO).orElseThrow();
        assertThat(record.type()).isEqualTo("HANGUP");
        assertThat(record.hangUpCause()).isEqualTo(16);
    }

    /** What a value with line breaks in it could have put on a line of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HANGUP,1795359633.896811,,s,appui-call,PJSIP/carrier-5,1795359633.5,1795359633.5,,,{}",
                "\"\"HANGUP\"\",\"\"1795359633.8\"\",,,,,\"\"1.5\"\",\"\"1.5\"\",,,",
                "\"\",\"1795359633.8\",\"\",\"\",\"\",\"\",\"1.5\",\"1.5\",\"\",\"\",\"\"",
                "\"HANGUP\",\"1795359633.8\",\"\",\"\",\"\",\"\",\"1.5\\n\",\"1.5\",\"\",\"\",\"\"",
                "\"HANGUP\",\"1795359633.8\",\"\",\"\",\"\",\"\",\"\",\"1.5\",\"\",\"\",\"\"",
                "\"HANGUP\",\"1795359633.8\",\"\",\"\",\"\",\"\",\"1.5\",\"1.5\",\"\",\"\"",
                "\"HANGUP\",\"99999999999999999999999\",\"\",\"\",\"\",\"\",\"1.5\",\"1.5\",\"\",\"\",\"\"",
            })
    void whatAsteriskDoesNotWriteIsNone(String line) {
        assertThat(CelText.read(line, Duration.ZERO)).isEmpty();
    }

    @Test
    void aRecordAndMoreIsNone() {
        assertThat(CelText.isRecord(RECORD)).isTrue();
        assertThat(CelText.isRecord(RECORD + "\n" + RECORD)).isFalse();
        assertThat(CelText.isRecord(RECORD + ",\"\"")).isFalse();
    }
}
