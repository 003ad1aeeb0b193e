package fr.appui.web.reports;

import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.web.signin.Person;
import fr.appui.web.signin.Role;
import fr.appui.web.signin.Visitor;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a person may look: their territories, and the region when they hold their role everywhere. */
@ApplicationScoped
class Places {

    private static final String SEPARATOR = "-";

    private final Directory directory;
    private final Visitor visitor;

    Places(Directory directory, Visitor visitor) {
        this.directory = directory;
        this.visitor = visitor;
    }

    record Place(String code, String name, boolean region) {}

    /** By name. */
    List<Territory> territories(Role... roles) {
        Person person = visitor.signedIn();
        List<String> names = Stream.of(roles).map(Role::name).toList();
        return directory.territories().stream()
                .filter(territory -> person.reaches(territory.code(), names))
                .toList();
    }

    /** Territories by name, then regions. */
    List<Place> of(Role... roles) {
        List<Territory> mine = territories(roles);
        Stream<Place> regions = everywhere(roles) ? regions(mine) : Stream.empty();
        return Stream.concat(
                        mine.stream()
                                .map(territory -> new Place(territory.code().value(), territory.name(), false)),
                        regions)
                .toList();
    }

    /** What was asked for, or the first place there is; empty when there is none at all. */
    Optional<Place> chosen(List<Place> places, String asked) {
        if (asked.isBlank()) {
            return places.stream().findFirst();
        }
        return Optional.of(places.stream()
                .filter(place -> place.code().equals(asked))
                .findFirst()
                .orElseThrow(() -> Territories.unknown(asked)));
    }

    /** Refuses unless one of the roles is held over this territory, or everywhere for a region. */
    void require(String code, Role... roles) {
        TerritoryCode territory = Territories.code(code);
        if (!visitor.signedIn()
                .reaches(territory, Stream.of(roles).map(Role::name).toList())) {
            throw new ForbiddenException();
        }
    }

    boolean coordinates(String code) {
        return visitor.signedIn().reaches(Territories.code(code), List.of(Role.COORDINATOR.name()));
    }

    private boolean everywhere(Role... roles) {
        Person person = visitor.signedIn();
        return Stream.of(roles)
                .anyMatch(role -> person.is(role) && person.limits(role).isEmpty());
    }

    /** A region alone in having one territory adds nothing to it. */
    private static Stream<Place> regions(List<Territory> territories) {
        return territories.stream()
                .map(territory -> territory.code().value())
                .filter(code -> code.contains(SEPARATOR))
                .map(code -> code.substring(0, code.indexOf(SEPARATOR)))
                .distinct()
                .filter(prefix -> territories.stream()
                                .filter(territory -> territory.code().value().startsWith(prefix + SEPARATOR))
                                .count()
                        > 1)
                .map(prefix -> new Place(prefix, "Région " + prefix, true));
    }
}
