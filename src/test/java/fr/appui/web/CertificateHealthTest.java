package fr.appui.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void theEndOfOneInAFileIsRead(@TempDir Path folder) throws Exception {
        Path pem = folder.resolve("appui.crt");
        Path store = folder.resolve("store");
        keytool("-genkeypair -alias a -keyalg EC -dname CN=essai -validity 10 -storepass secret -keystore " + store);
        keytool("-exportcert -rfc -alias a -storepass secret -keystore " + store + " -file " + pem);
        assertThat(CertificateHealth.end(pem))
                .hasValueSatisfying(end -> assertThat(end)
                        .isBetween(
                                Instant.now().plus(Duration.ofDays(9)),
                                Instant.now().plus(Duration.ofDays(11))));
        assertThat(CertificateHealth.end(store)).as("no PEM").isEmpty();
        assertThat(CertificateHealth.end(folder.resolve("absent"))).isEmpty();
    }

    private static void keytool(String arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(arguments.split(" ")));
        command.addFirst(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Optional<String> told(Duration left) {
        return CertificateHealth.ending(Optional.of(NOW.plus(left)), NOW);
    }
}
