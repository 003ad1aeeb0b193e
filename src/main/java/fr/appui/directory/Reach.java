package fr.appui.directory;

import java.util.Optional;
import java.util.Set;

/**
 * How far a list looks.
 *
 * @param only these territories; empty for all of them, and what belongs to none
 */
public record Reach(Optional<Set<TerritoryCode>> only) {

    public static final Reach EVERYWHERE = new Reach(Optional.empty());

    public static Reach of(Set<TerritoryCode> territories) {
        return new Reach(Optional.of(Set.copyOf(territories)));
    }

    public static Reach of(TerritoryCode territory) {
        return of(Set.of(territory));
    }

    public boolean isEverywhere() {
        return only.isEmpty();
    }
}
