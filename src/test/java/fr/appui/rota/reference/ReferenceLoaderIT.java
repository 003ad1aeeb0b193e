package fr.appui.rota.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.calendar.DutyCalendars;
import fr.appui.calendar.Quarter;
import fr.appui.directory.Directory;
import fr.appui.directory.MailAddress;
import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.Coverage;
import fr.appui.rota.PublishedRotas;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReferenceLoaderIT {

    @Inject
    Demonstration demonstration;

    @Inject
    ReferenceLoader loader;

    @Inject
    Directory directory;

    @Inject
    DutyCalendars calendars;

    @Inject
    PublishedRotas rotas;

    @Test
    @TestTransaction
    void aFreshInstallationHasEverythingTheFilesSay() {
        demonstration.install();
        assertThat(directory.territories())
                .extracting(territory -> territory.code().value())
                .contains("HDF-AISNE-HAUTE-SOMME", "HDF-HAINAUT", "HDF-OISE");
        assertThat(directory.physiciansOf(Demonstration.OISE)).hasSizeGreaterThanOrEqualTo(8);
        assertThat(calendars.perimeters(Demonstration.OISE)).isNotEmpty();
        assertThat(Coverage.gaps(rotas.days(Demonstration.OISE, LocalDate.of(2026, 7, 1), LocalDate.of(2027, 3, 31))))
                .isEmpty();
    }

    @Test
    @TestTransaction
    void loadingTwiceChangesNothing() {
        demonstration.install();
        List<Physician> physicians = directory.physicians();
        int version = rotas.inForce(Demonstration.OISE, new Quarter(2026, 4))
                .orElseThrow()
                .version();
        demonstration.install();
        assertThat(directory.physicians()).isEqualTo(physicians);
        assertThat(rotas.inForce(Demonstration.OISE, new Quarter(2026, 4))
                        .orElseThrow()
                        .version())
                .isEqualTo(version);
        assertThat(directory.partners(Demonstration.OISE).orElseThrow().agreements())
                .hasSize(3);
    }

    @Test
    @TestTransaction
    void whatACoordinatorChangedIsNeverUndone() {
        demonstration.install();
        Territory oise = directory.territory(Demonstration.OISE).orElseThrow();
        var moved = new MailAddress("nouvelle.adresse@demonstration.invalid");
        directory.save(oise.withContact(new Territory.Contact(oise.line(), Optional.of(moved))));
        demonstration.install();
        assertThat(directory
                        .territory(Demonstration.OISE)
                        .orElseThrow()
                        .contact()
                        .mail())
                .contains(moved);
    }

    @Test
    void aFileThatTheDatabaseRefusesLeavesNothingBehind() throws IOException {
        Path file = Files.createTempFile(Files.createDirectories(Path.of("target")), "reference", ".yaml");
        Files.writeString(file, """
                territories:
                  - code: TEST-MOITIE
                    name: À moitié chargé
                agreements:
                  - territory: TEST-MOITIE
                    host: "609900055"
                    partner: "609900063"
                    signedOn: 2026-01-01
                    from: 2026-01-01
                    signatories:
                      - {name: A, role: a}
                      - {name: B, role: b}
                """);
        Reference reference = new ReferenceFile(file.toString()).read(Instant.EPOCH);
        assertThatThrownBy(() -> loader.load(reference)).isInstanceOf(RuntimeException.class);
        assertThat(directory.territory(new TerritoryCode("TEST-MOITIE"))).isEmpty();
    }
}
