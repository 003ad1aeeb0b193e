package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Wishes;
import java.time.Instant;
import java.util.Map;

/** What some physicians ask for, read at once; who is not among them asked for nothing. */
public record WishesRead(Map<PhysicianId, Wishes> wishes, Map<PhysicianId, Map<Unavailability, Instant>> absences)
        implements GivenWishes {

    @Override
    public Wishes of(PhysicianId physician) {
        return wishes.getOrDefault(physician, Wishes.none());
    }

    @Override
    public Map<Unavailability, Instant> absences(PhysicianId physician) {
        return absences.getOrDefault(physician, Map.of());
    }
}
