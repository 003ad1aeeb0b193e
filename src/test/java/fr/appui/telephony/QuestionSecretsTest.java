package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which questions are a switch's of ours. */
class QuestionSecretsTest {

    /** Whichever of the two is looked at first. */
    @Test
    void aSwitchWhoseNameBeginsWithAnothersHasItsOwnSecret() {
        for (String other : List.of("lille-1", "lille-2", "lille-nord", "lille-secours")) {
            QuestionSecrets secrets = secrets(Map.of("lille", "one", other, "two"));
            assertThat(secrets.isTrusted("lille-1795354932.706", "one")).isTrue();
            assertThat(secrets.isTrusted(other + "-1795354932.706", "two")).isTrue();
            assertThat(secrets.isTrusted(other + "-proof", "two")).isTrue();
            assertThat(secrets.isTrusted("lille-1795354932.706", "two")).isFalse();
            assertThat(secrets.isTrusted(other + "-1795354932.706", "one")).isFalse();
        }
    }

    @Test
    void whereOneHasASecretWhoeverBringsNoneIsNotAnswered() {
        QuestionSecrets secrets = secrets(Map.of("lille", "one"));
        assertThat(secrets.isTrusted("lille-1795354932.706", "")).isFalse();
        assertThat(secrets.isTrusted("amiens-1795354932.706", "")).isFalse();
        assertThat(secrets.isTrusted("no call's name at all", "")).isFalse();
        assertThat(secrets(Map.of()).isTrusted("lille-1795354932.706", "")).isTrue();
    }

    private static QuestionSecrets secrets(Map<String, String> bySwitch) {
        Map<String, String> written = new HashMap<>();
        bySwitch.forEach(
                (name, secret) -> written.put("appui.telephony.switches." + name + ".question-secret", secret));
        return new QuestionSecrets(new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValues(written)
                .withMapping(TelephonySettings.class)
                .build()
                .getConfigMapping(TelephonySettings.class)
                .switches());
    }
}
