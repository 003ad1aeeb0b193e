package fr.appui.web.regulator;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.web.regulator.Communes.Commune;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommunesTest {

    private final Communes communes = new Communes(settings(Optional.empty()));

    @Test
    void aNameIsFoundHoweverItIsTyped() {
        for (String typed : new String[] {"Compiègne", "compiegne", " COMPIEGNE "}) {
            assertThat(communes.named(typed)).containsExactly(new Commune("60159", "Compiègne"));
        }
        assertThat(communes.named("St Quentin")).contains(new Commune("02691", "Saint-Quentin"));
        assertThat(communes.ofCode("59350")).contains(new Commune("59350", "Lille"));
    }

    @Test
    void theBeginningOfANameGivesAFew() {
        assertThat(communes.named("chantil")).containsExactly(new Commune("60141", "Chantilly"));
        assertThat(communes.named("sai")).hasSizeLessThanOrEqualTo(10).isNotEmpty();
        assertThat(communes.named("sa")).isEmpty();
        assertThat(communes.named("Marseille en ville")).isEmpty();
    }

    @Test
    void aPostcodeGivesWhatSharesIt() {
        assertThat(communes.ofPostcode("60200")).contains(new Commune("60159", "Compiègne"));
        assertThat(communes.ofPostcode("60430")).contains(new Commune("60462", "Noailles"));
        assertThat(communes.ofPostcode("99999")).isEmpty();
    }

    @Test
    void aNameTypedInAHurryGivesTheNearest() {
        assertThat(communes.named("Compienge")).containsExactly(new Commune("60159", "Compiègne"));
        assertThat(communes.named("st just en chausse")).contains(new Commune("60581", "Saint-Just-en-Chaussée"));
        assertThat(communes.named("Xyzzyx")).isEmpty();
        assertThat(Communes.faults("roye", "royes")).isEqualTo(1);
        assertThat(Communes.faults("ab", "ba")).isEqualTo(1);
        assertThat(Communes.faults("", "abc")).isEqualTo(3);
    }

    @Test
    void aDepartmentHasItsName() {
        assertThat(communes.department(new Commune("60462", "Noailles").department()))
                .isEqualTo("Oise");
        assertThat(new Commune("97105", "Basse-Terre").department()).isEqualTo("971");
        assertThat(new Commune("98818", "Nouméa").department()).isEqualTo("988");
        assertThat(new Commune("97411", "Saint-Denis").located()).isEqualTo("Saint-Denis (974)");
    }

    @Test
    void anotherRegionBringsItsOwnFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("communes.csv");
        Files.writeString(file, "# Corse\n2A004;Ajaccio\nligne sans code\n");
        var corsica = new Communes(settings(Optional.of(file)));
        assertThat(corsica.named("ajaccio")).containsExactly(new Commune("2A004", "Ajaccio"));
        assertThat(corsica.named("compiegne")).isEmpty();
    }

    static RegulatorSettings settings(Optional<Path> file) {
        return new RegulatorSettings() {
            @Override
            public Optional<Set<String>> named() {
                return Optional.empty();
            }

            @Override
            public Optional<Path> communes() {
                return file;
            }
        };
    }
}
