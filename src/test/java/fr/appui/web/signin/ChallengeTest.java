package fr.appui.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChallengeTest {

    private static final byte[] KEY =
            "0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.parse("2026-11-29T01:00:00Z");

    @Test
    void oursHoldsForTenMinutes() {
        byte[] challenge = Challenge.make(KEY, NOW);
        assertThat(Challenge.isOurs(
                        KEY, challenge, NOW.plus(Duration.ofMinutes(10)).minusSeconds(1)))
                .isTrue();
        assertThat(Challenge.isOurs(KEY, challenge, NOW.plus(Duration.ofMinutes(10))))
                .isFalse();
    }

    @Test
    void whatIsAlteredOrOfAnotherKeyIsNotOurs() {
        byte[] challenge = Challenge.make(KEY, NOW);
        for (int at = 0; at < challenge.length; at++) {
            byte[] altered = challenge.clone();
            altered[at] ^= 1;
            assertThat(Challenge.isOurs(KEY, altered, NOW)).as("byte %d", at).isFalse();
        }
        assertThat(Challenge.isOurs(new byte[32], challenge, NOW)).isFalse();
        assertThat(Challenge.isOurs(KEY, new byte[3], NOW)).isFalse();
    }
}
