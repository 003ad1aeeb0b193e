package fr.appui.directory.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PublicDirectory.Reading;
import fr.appui.directory.PublicRecord;
import fr.appui.directory.Rpps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractionOnDiskTest {

    private static final Rpps HERE = new Rpps("10000000017");
    private static final Rpps THERE = new Rpps("10000000025");
    private static final FileTime PUBLISHED = FileTime.from(Instant.parse("2026-11-01T06:00:00Z"));
    private static final String BOTH =
            "Identifiant PP|Nom d'exercice|Prénom d'exercice\n" + HERE + "|MARTIN|Cécile\n" + THERE + "|DURAND|Paul\n";

    @TempDir
    Path folder;

    @Test
    void oneReadingServesEveryTerritory() throws IOException {
        Path file = written(BOTH);
        ExtractionOnDisk extraction = reading(file, () -> Set.of(HERE, THERE));
        assertThat(records(extraction.of(Set.of(HERE)))).containsOnlyKeys(HERE);
        written(BOTH.replaceAll("[A-Z]", "x"));
        assertThat(records(extraction.of(Set.of(THERE)))).as("not read again").containsOnlyKeys(THERE);
        assertThat(records(extraction.of(Set.of(HERE)))).containsOnlyKeys(HERE);
    }

    @Test
    void aFileOfAnotherSizeAndSomebodyNewAreReadAfresh() throws IOException {
        Path file = written(BOTH);
        ExtractionOnDisk extraction = reading(file, () -> Set.of(HERE));
        assertThat(records(extraction.of(Set.of(HERE)))).containsOnlyKeys(HERE);
        assertThat(records(extraction.of(Set.of(HERE, THERE)))).containsOnlyKeys(HERE, THERE);
        written("Identifiant PP\n");
        assertThat(records(extraction.of(Set.of(HERE)))).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNotReadAgainUntilItIsAnother() throws IOException {
        Path file = written("x".repeat(BOTH.length()));
        ExtractionOnDisk extraction = reading(file, () -> Set.of(HERE));
        assertThat(extraction.of(Set.of(HERE))).isInstanceOf(Reading.Unreadable.class);
        written(BOTH.replace('é', 'e'));
        assertThat(extraction.of(Set.of(HERE))).as("kept").isInstanceOf(Reading.Unreadable.class);
        written(BOTH);
        assertThat(extraction.of(Set.of(HERE))).isInstanceOf(Reading.Known.class);
    }

    @Test
    void aFailureDoesNotTellWhereFilesLie() throws IOException {
        Reading none = reading(folder.resolve("absent.txt"), Set::of).of(Set.of(HERE));
        assertThat(none.toString()).doesNotContain("absent", folder.toString());
        Path latin = Files.write(folder.resolve("latin.txt"), new byte[] {(byte) 0xe9, '\n'});
        assertThat(reading(latin, Set::of).of(Set.of(HERE)).toString()).contains("UTF-8");
    }

    @Test
    void whoAsksDuringAReadingIsToldSo() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        ExtractionOnDisk extraction = reading(written(BOTH), () -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return Set.of(HERE);
        });
        var first = CompletableFuture.supplyAsync(() -> extraction.of(Set.of(HERE)), Thread::startVirtualThread);
        begun.await();
        assertThat(extraction.of(Set.of(THERE)).toString()).contains("en cours de lecture");
        end.countDown();
        assertThat(records(first.get())).containsOnlyKeys(HERE);
    }

    /** Always of the same moment. */
    private Path written(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("personnes.txt"), content);
        return Files.setLastModifiedTime(file, PUBLISHED);
    }

    private static ExtractionOnDisk reading(Path file, Supplier<Set<Rpps>> everybody) {
        return new ExtractionOnDisk(Optional.of(file), Optional.empty(), everybody, Duration.ofMillis(20));
    }

    private static Map<Rpps, PublicRecord> records(Reading reading) {
        return ((Reading.Known) reading).records();
    }
}
