package fr.appui.rota.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import fr.appui.rota.IndexedRota;
import fr.appui.rota.OnDuty;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the archive of classes is made from leads to a physician at any hour, a change of quarter included. */
class InventedRotaTest {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-29T10:00:00Z", "2026-11-29T07:29:00Z", "2026-12-31T23:30:00Z", "2027-03-28T01:30:00Z"})
    void itsLineIsOpenAndSomebodyIsRung(Instant now) throws FileAlreadyExistsException {
        Path file = folder.resolve("rota.snapshot");
        InventedRota.write(file, now);
        IndexedRota rota = KeptRota.fresh(file, now.plusSeconds(60), true).orElseThrow();
        SupportLine line = rota.line(PhoneNumber.parse("03 53 01 99 99")).orElseThrow();

        assertThat(rota.onDuty(line, now))
                .isInstanceOfSatisfying(
                        OnDuty.Open.class, open -> assertThat(open.ladder()).hasSize(1));
    }

    /** Its line would be open all night, and nobody rung. */
    @Test
    void noNodeOfASiteAnswersFromIt() throws FileAlreadyExistsException {
        Path file = folder.resolve("rota.snapshot");
        InventedRota.write(file, NOW);
        assertThat(KeptRota.fresh(file, NOW.plusSeconds(1), false)).isEmpty();
    }

    @Test
    void itIsNotWrittenOverWhatIsThere() throws IOException {
        Path file = Files.writeString(folder.resolve("rota.snapshot"), "la garde de cette nuit");
        assertThatThrownBy(() -> InventedRota.write(file, NOW)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("la garde de cette nuit");
    }
}
