package fr.appui.web.regulator;

import fr.appui.directory.Establishment;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a regulator is shown of the directory, read once however many territories answer them. */
@RequestScoped
class PlacesOnce {

    private final PlacesShown places;
    private @Nullable List<Territory> territories;
    private @Nullable List<Establishment> establishments;
    private final Map<PhysicianId, Optional<Physician>> physicians = new HashMap<>();

    PlacesOnce(PlacesShown places) {
        this.places = places;
    }

    List<Territory> territories() {
        List<Territory> known = territories == null ? places.territories() : territories;
        territories = known;
        return known;
    }

    Optional<Territory> territory(TerritoryCode code) {
        return places.territory(code);
    }

    List<Establishment> establishments() {
        List<Establishment> known = establishments == null ? places.establishments() : establishments;
        establishments = known;
        return known;
    }

    Optional<Physician> physician(PhysicianId id) {
        return physicians.computeIfAbsent(id, places::physician);
    }
}
