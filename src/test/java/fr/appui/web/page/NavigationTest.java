package fr.appui.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.access.Grant;
import fr.appui.access.Person;
import fr.appui.access.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever is on a page sees behind which door it stands. */
class NavigationTest {

    @ParameterizedTest
    @CsvSource({
        "COORDINATOR, /registre, Suivi",
        "COORDINATOR, /suites, Suivi",
        "COORDINATOR, /supports/HDF-OISE/enquete, Suivi",
        "COORDINATOR, /planning/HDF-OISE/messages, Planning",
        "COORDINATOR, /annuaire/HDF-OISE/annonces, Annuaire",
        "ARS_READER, /trames/HDF, Suivi",
        "PHYSICIAN, /mes-appels/demo-1, Mes astreintes",
        "PHYSICIAN, /mes-appels-hors-ligne, Mes astreintes",
        "PHYSICIAN, /mon-agenda, Mes astreintes",
        "PHYSICIAN, /mes-astreintes/calendrier, Mes astreintes"
    })
    void aPageStandsBehindOneDoor(Role role, String path, String door) {
        assertThat(Navigation.of(person(role), path).stream()
                        .filter(Navigation.Link::here)
                        .map(Navigation.Link::label))
                .containsExactly(door);
    }

    private static Person person(Role role) {
        return new Person("essai", "Essai", List.of(Grant.everywhere(role)), Optional.empty(), false);
    }
}
