package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.appui.directory.TerritoryCode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A switch that tells over AMI what it does, and writes it to its file, or does not. */
class CelRoundsTest {

    /** A channel of the recorded call, and one that comes after it. */
    private static final String RECORDED = "1795359633.5";

    private static final String LATER = "1795359999.7";

    @TempDir
    Path folder;

    private volatile Instant now = Instant.parse("2027-01-01T00:00:00Z");
    private @Nullable CelRounds started;

    @AfterEach
    void stop() {
        if (started != null) {
            started.stop();
        }
    }

    @Test
    void aFolderThatIsNotThereIsToldWithItsRemedy() {
        start(folder.resolve("cel-custom/appui.csv"));
        await().untilAsserted(() -> assertThat(rounds().problem())
                .contains("install -d -o asterisk -g asterisk -m 750 " + folder.resolve("cel-custom")));
    }

    @Test
    void whatIsToldAndNotWrittenIsAProblemUntilSomethingIsWrittenAgain() throws IOException {
        Path file = Files.createDirectories(folder.resolve("cel-custom")).resolve("appui.csv");
        start(file);
        assertThat(rounds().problem()).isEmpty();
        rounds().told(LATER);
        now = now.plusSeconds(60);
        await().untilAsserted(() -> assertThat(rounds().problem()).contains(file.toString()));

        rounds().told(RECORDED);
        write(file);
        await().untilAsserted(() -> assertThat(rounds().problem()).isEmpty());
    }

    /** As whoever ran something as root leaves it: what was read is read again for ever, and looked well. */
    @Test
    void whatIsReadAndCannotBeNotedIsAProblemUntilItCan() throws IOException {
        Path file = Files.createDirectories(folder.resolve("cel-custom")).resolve("appui.csv");
        write(file);
        Path closed = Files.createFile(folder.resolve("bookmarks"));
        start(file);
        await().untilAsserted(() -> assertThat(rounds().problem()).contains(closed.toString(), "compte du service"));

        Files.delete(closed);
        await().untilAsserted(() -> assertThat(rounds().problem()).isEmpty());
        assertThat(closed.resolve("lab.position")).exists();
    }

    @Test
    void whatWasReadBeforeItIsToldIsNoProblem() {
        var proof = new CelProof(folder.resolve("appui.csv"));
        proof.read(RECORDED);
        proof.told(RECORDED, now);
        proof.wasRead(now.plusSeconds(60));
        assertThat(proof.problem()).isEmpty();
    }

    private void start(Path file) {
        var folds = new CelFolds("lab", (dialled, at) -> Optional.of(new TerritoryCode("HDF-OISE")));
        started = new CelRounds(
                new CelRounds.Subject("lab", file, folds),
                settings(),
                clock(),
                events -> {},
                new SimpleMeterRegistry());
        started.start();
        started.connected(Duration.ZERO);
    }

    private CelRounds rounds() {
        return Objects.requireNonNull(started);
    }

    private TelephonySettings.Rebuild settings() {
        return new TelephonySettings.Rebuild() {
            @Override
            public Duration every() {
                return Duration.ofMillis(20);
            }

            @Override
            public Duration settled() {
                return Duration.ofSeconds(30);
            }

            @Override
            public Duration longestSilence() {
                return Duration.ofHours(6);
            }

            @Override
            public Path bookmarks() {
                return folder.resolve("bookmarks");
            }
        };
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private static void write(Path file) throws IOException {
        try (InputStream recorded = CelRoundsTest.class.getResourceAsStream("/cel/answered.csv")) {
            Files.write(file, recorded.readAllBytes());
        }
    }
}
