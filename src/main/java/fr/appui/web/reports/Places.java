package fr.appui.web.reports;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.web.page.AddressFaults;
import fr.appui.web.page.WorkedIn;
import fr.appui.web.signin.Visitor;
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
    private final WorkedIn workedIn;
    private final AddressFaults faults;

    Places(Directory directory, Visitor visitor, WorkedIn workedIn, AddressFaults faults) {
        this.faults = faults;
        this.workedIn = workedIn;
        this.directory = directory;
        this.visitor = visitor;
    }

    record Place(String code, String name, boolean region) {}

    /** By name. */
    List<Territory> territories(Act act) {
        return visitor.reachable(directory.territories(), Territory::code, act);
    }

    /** By name, without the regions that some of them make. */
    List<Place> ofTerritories(Act act) {
        return places(territories(act)).toList();
    }

    /** Territories by name, then regions. */
    List<Place> of(Act act) {
        List<Territory> mine = territories(act);
        Stream<Place> regions = visitor.reach(act).isEverywhere() ? regions(mine) : Stream.empty();
        return Stream.concat(places(mine), regions).toList();
    }

    private static Stream<Place> places(List<Territory> territories) {
        return territories.stream().map(territory -> new Place(territory.code().value(), territory.name(), false));
    }

    /**
     * What was asked for; where nothing was that can be read, where they last worked, or the first place there is. Empty when there is
     * none at all.
     */
    Optional<Place> chosen(List<Place> places, String asked) {
        return faults.read("Territoire", asked, Territories::code)
                .map(code -> within(places, code))
                .or(() -> workedIn.among(places, Place::code));
    }

    private Place within(List<Place> places, TerritoryCode asked) {
        return places.stream()
                .filter(place -> place.code().equals(asked.value()))
                .findFirst()
                .orElseGet(() -> outOfReach(asked));
    }

    private Place outOfReach(TerritoryCode asked) {
        visitor.require(Act.FOLLOW, new Thing.Place(asked));
        throw Territories.unknown(asked.value());
    }

    boolean coordinates(String code) {
        return visitor.may(Act.COORDINATE, new Thing.Place(Territories.code(code)));
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
