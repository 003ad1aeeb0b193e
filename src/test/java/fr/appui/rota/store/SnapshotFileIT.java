package fr.appui.rota.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.DaytimeContact;
import fr.appui.directory.HostRule;
import fr.appui.directory.LocalRules;
import fr.appui.directory.MailAddress;
import fr.appui.directory.UsableHours;
import fr.appui.rota.Nights;
import fr.appui.rota.RotaFacts;
import fr.appui.rota.Substitution.Effect;
import fr.appui.rota.Substitution.Kind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SnapshotFileIT {

    private final Path folder = emptyFolder();

    @Inject
    ObjectMapper json;

    @Test
    void whatIsWrittenIsReadBackWhole() throws IOException {
        RotaFacts facts = Nights.facts(
                List.of(Nights.act(Kind.OVERRIDE, Optional.empty(), Effect.from(Nights.at(14, 23, 0)), 1)),
                new ContactNumber(
                        Nights.MOBILE_C, Optional.of(UsableHours.everyDay(LocalTime.of(8, 30), LocalTime.MIDNIGHT))),
                ContactNumber.always(Nights.MOBILE_A));
        SnapshotFile file = file();
        file.write(facts);
        file.write(facts);
        assertThat(file.read()).contains(facts);
        assertThat(Files.readString(path()))
                .as("what is told of a number is not kept")
                .doesNotContain("mobile");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.{tmp,new}");
    }

    /** A full disk is tried for a night. */
    @Test
    void aDiskThatRefusesIsLeftWithOneFileAtMost() throws IOException {
        RotaFacts facts = Nights.busy(Nights.DR_A, Nights.at(14, 23, 0), Nights.at(15, 8, 30));
        Files.writeString(Files.createDirectory(path()).resolve("in the way"), "");
        for (int time = 0; time < 5; time++) {
            file().write(facts);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void whoIsBusyIsReadBackToo() throws IOException {
        RotaFacts facts = Nights.busy(Nights.DR_A, Nights.at(14, 23, 0), Nights.at(15, 8, 30));
        SnapshotFile file = file();
        file.write(facts);
        assertThat(file().read()).contains(facts);
    }

    @Test
    void whoDidNotConfirmIsReadBackToo() throws IOException {
        RotaFacts facts = Nights.unconfirmed(Nights.DR_A, Nights.at(14, 23, 0), Nights.at(15, 8, 30));
        file().write(facts);
        assertThat(file().read()).contains(facts);
    }

    @Test
    void whatATerritoryDecidesOfItsServiceIsReadBackToo() throws IOException {
        RotaFacts facts = Nights.facts(List.of(), ContactNumber.always(Nights.MOBILE_A));
        RotaFacts.TerritoryFacts nights = facts.territories().getFirst();
        var rules = new LocalRules(
                Optional.of(new MailAddress("alertes@exemple.fr")),
                Optional.of(Nights.MOBILE_B),
                true,
                false,
                HostRule.ANY,
                true,
                List.of(new DaytimeContact("DAC Nord", Nights.MOBILE_C, List.of("Meaux"), Optional.of("9 h – 18 h"))));
        var ruled = new RotaFacts(
                facts.takenAt(),
                facts.from(),
                facts.to(),
                List.of(new RotaFacts.TerritoryFacts(
                        nights.code(),
                        nights.clockwork(),
                        nights.line(),
                        nights.rotas(),
                        nights.substitutions(),
                        nights.joining(),
                        rules)),
                facts.physicians());
        file().write(ruled);
        assertThat(file().read()).contains(ruled);
    }

    @Test
    void withoutFileThereIsNothing() {
        assertThat(file().read()).isEmpty();
    }

    @Test
    void aDamagedFileIsIgnored() throws IOException {
        SnapshotFile file = file();
        file.write(RotaFacts.NONE);
        String whole = Files.readString(path());
        Files.writeString(path(), whole.replace("1970", "1971"));
        assertThat(file.read()).isEmpty();
        Files.writeString(path(), whole.substring(0, whole.length() - 1));
        assertThat(file.read()).isEmpty();
        Files.writeString(path(), "");
        assertThat(file.read()).isEmpty();
        Files.writeString(path(), whole);
        assertThat(file.read()).contains(RotaFacts.NONE);
    }

    @Test
    void aFileOfAnotherFormatIsIgnored() throws IOException {
        SnapshotFile file = file();
        file.write(RotaFacts.NONE);
        Files.writeString(path(), Files.readString(path()).replace("appui-rota-1", "appui-rota-2"));
        assertThat(file.read()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoFailure() throws IOException {
        Path occupied = Files.writeString(folder.resolve("occupied"), "a file, not a folder");
        var file = new SnapshotFile(occupied.resolve("rota"), json);
        file.write(RotaFacts.NONE);
        assertThat(file.read()).isEmpty();
    }

    private SnapshotFile file() {
        return new SnapshotFile(path(), json);
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "snapshot");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path() {
        return folder.resolve("rota.snapshot");
    }
}
