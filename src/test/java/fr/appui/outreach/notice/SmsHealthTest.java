package fr.appui.outreach.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a gateway's address holds for each message, its server is found. */
class SmsHealthTest {

    @ParameterizedTest
    @CsvSource({
        "https://sms.hopital.example/send, sms.hopital.example:443",
        "http://sms.hopital.example:8081/send?to={to}&text={text}, sms.hopital.example:8081",
        "http://sms.hopital.example/{to}/{text}, sms.hopital.example:80",
    })
    void theServerIsFound(String url, String server) {
        assertThat(SmsHealth.probe(url, Clock.systemUTC()).address()).isEqualTo(server);
    }
}
