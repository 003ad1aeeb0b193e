package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Wishes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

final class InMemoryWishes implements WishBook {

    private final Map<PhysicianId, Wishes> kept = new HashMap<>();

    @Override
    public Wishes of(PhysicianId physician) {
        return kept.getOrDefault(physician, Wishes.none());
    }

    @Override
    public void keep(PhysicianId physician, Wishes wishes) {
        kept.put(physician, wishes.accepting(Set.of()));
    }
}
