package fr.appui.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Three weeks are enough to renew a certificate, and not too many to be told of. */
class CertificateHealthTest {

    private static final Instant NOW = Instant.parse("2026-11-28T20:00:00Z");

    @Test
    void itIsToldInTimeAndNoSooner() {
        assertThat(told(CertificateHealth.SOON.plusSeconds(1))).isEmpty();
        assertThat(told(CertificateHealth.SOON)).contains("il finit dans 21 j : le renouveler");
        assertThat(told(Duration.ofSeconds(-1))).contains("il est fini : le renouveler");
    }

    @Test
    void oneThatNobodyRecognisesIsTold() {
        assertThat(CertificateHealth.ending(Optional.empty(), NOW)).isPresent();
    }

    private static Optional<String> told(Duration left) {
        return CertificateHealth.ending(Optional.of(NOW.plus(left)), NOW);
    }
}
