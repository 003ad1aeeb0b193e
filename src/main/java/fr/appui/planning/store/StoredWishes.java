package fr.appui.planning.store;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Wishes;
import fr.appui.planning.life.WishBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

@ApplicationScoped
@Transactional
class StoredWishes implements WishBook {

    private final Clock clock;

    StoredWishes(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Wishes of(PhysicianId physician) {
        return VolunteeringRow.<VolunteeringRow>findByIdOptional(physician.toString())
                .map(VolunteeringRow::toWishes)
                .orElseGet(Wishes::none);
    }

    @Override
    public Map<Unavailability, Instant> absences(PhysicianId physician) {
        return VolunteeringRow.<VolunteeringRow>findByIdOptional(physician.toString())
                .map(VolunteeringRow::absences)
                .orElse(Map.of());
    }

    @Override
    public void keep(PhysicianId physician, Wishes wishes) {
        VolunteeringRow row = VolunteeringRow.<VolunteeringRow>findByIdOptional(physician.toString())
                .orElseGet(VolunteeringRow::new);
        row.fill(physician, wishes, clock.instant());
        row.persist();
    }
}
