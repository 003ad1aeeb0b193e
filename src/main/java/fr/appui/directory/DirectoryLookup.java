package fr.appui.directory;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Places and people, for whoever looks them up one by one. */
public interface DirectoryLookup {

    Optional<Territory> territory(TerritoryCode code);

    /** By whose clock its moments are told. */
    default ZoneId zoneOf(TerritoryCode code) {
        return territory(code).map(Territory::timeZone).orElse(Territory.USUAL_ZONE);
    }

    /** Empty when the territory is not known. */
    Optional<Partners> partners(TerritoryCode territory);

    /** Those who practise or practised there, by family name. */
    List<Physician> physiciansOf(TerritoryCode territory);

    Optional<Physician> physician(PhysicianId id);
}
