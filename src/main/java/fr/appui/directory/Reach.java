package fr.appui.directory;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far a list looks.
 *
 * @param only these territories; empty for all of them, and what belongs to none
 */
public record Reach(Optional<Set<TerritoryCode>> only) {

    public static final Reach EVERYWHERE = new Reach(Optional.empty());
    public static final Reach NOWHERE = of(Set.of());

    public static Reach of(Set<TerritoryCode> territories) {
        return new Reach(Optional.of(Set.copyOf(territories)));
    }

    public static Reach of(TerritoryCode territory) {
        return of(Set.of(territory));
    }

    public boolean isEverywhere() {
        return only.isEmpty();
    }

    public boolean includes(TerritoryCode territory) {
        return only.map(these -> these.contains(territory)).orElse(true);
    }

    /** As far as either of them. */
    public Reach and(Reach other) {
        return only.flatMap(these -> other.only.map(those ->
                        of(Stream.concat(these.stream(), those.stream()).collect(Collectors.toSet()))))
                .orElse(EVERYWHERE);
    }
}
