package fr.appui.trace.notice;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.trace.OutcomeSettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a production start refuses: mail that would leave the secure health mail, or travel in clear. */
class SecureMailboxTest {

    private static final String MAILBOX = "appui.outcome.transmission.mailbox.\"HDF-OISE\"";
    private static final String FROM = "appui.outcome.transmission.from";
    private static final String SECURE = "appui@ch-exemple.mssante.fr";

    @Test
    void addressesOfTheSecureHealthMailAreAccepted() {
        assertThatCode(() -> mailbox(Map.of(MAILBOX, SECURE, FROM, SECURE)).check(true))
                .doesNotThrowAnyException();
        assertThatCode(() -> mailbox(Map.of()).check(true))
                .as("nothing is sent: nothing to refuse")
                .doesNotThrowAnyException();
    }

    @Test
    void anotherDomainIsRefusedAndNamed() {
        assertThatThrownBy(() -> mailbox(Map.of(MAILBOX, "appui@gmail.com", FROM, SECURE))
                        .check(true))
                .hasMessageContaining("appui@gmail.com")
                .hasMessageContaining("appui.outcome.transmission.waiver");
        assertThatThrownBy(() -> mailbox(Map.of(MAILBOX, "appui@faux-mssante.fr", FROM, SECURE))
                        .check(true))
                .as("a domain that only looks alike")
                .hasMessageContaining("faux-mssante.fr");
    }

    @Test
    void theUsualSenderOfTheMailerCountsWhereNoneIsGiven() {
        assertThatThrownBy(() -> mailbox(Map.of(MAILBOX, SECURE)).check(true)).hasMessageContaining("appui@localhost");
    }

    @Test
    void aWaiverAcceptsItAndADevelopmentStartToo() {
        Map<String, String> elsewhere = Map.of(MAILBOX, "appui@exemple.fr", FROM, SECURE);
        assertThatCode(() -> mailbox(elsewhere).check(false)).doesNotThrowAnyException();
        Map<String, String> waived = new HashMap<>(elsewhere);
        waived.put("appui.outcome.transmission.waiver", "recette, sans appel réel");
        assertThatCode(() -> mailbox(waived).check(true)).doesNotThrowAnyException();
    }

    @Test
    void mailInClearIsRefused() {
        Map<String, String> secure = Map.of(MAILBOX, SECURE, FROM, SECURE);
        assertThatThrownBy(() -> mailbox(secure, Optional.empty(), Optional.of("OPTIONAL"))
                        .check(true))
                .hasMessageContaining("sans chiffrement");
        assertThatCode(() -> mailbox(secure, Optional.empty(), Optional.of("REQUIRED"))
                        .check(true))
                .doesNotThrowAnyException();
    }

    private static SecureMailbox mailbox(Map<String, String> settings) {
        return mailbox(settings, Optional.of(true), Optional.empty());
    }

    private static SecureMailbox mailbox(
            Map<String, String> settings, Optional<Boolean> tls, Optional<String> startTls) {
        OutcomeSettings outcome = new SmallRyeConfigBuilder()
                .withDefaultValues(settings)
                .withMapping(OutcomeSettings.class)
                .build()
                .getConfigMapping(OutcomeSettings.class);
        return new SecureMailbox(outcome, Optional.of("appui@localhost"), tls, startTls);
    }
}
