package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Wishes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

final class InMemoryWishes implements WishBook {

    private final Map<PhysicianId, Wishes> kept = new HashMap<>();

    @Override
    public Wishes of(PhysicianId physician) {
        return kept.getOrDefault(physician, Wishes.none());
    }

    /** Declared before any act: the books in memory have no clock. */
    @Override
    public Map<Unavailability, Instant> absences(PhysicianId physician) {
        return of(physician).unavailabilities().stream()
                .collect(Collectors.toMap(Function.identity(), absence -> Instant.EPOCH, (one, same) -> one));
    }

    @Override
    public GivenWishes read(Set<PhysicianId> physicians) {
        return this;
    }

    @Override
    public Wishes toChange(PhysicianId physician) {
        return of(physician);
    }

    @Override
    public void keep(PhysicianId physician, Wishes wishes) {
        kept.put(physician, wishes.accepting(Set.of()));
    }
}
