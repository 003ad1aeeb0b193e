package fr.appui.planning.store;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Wishes;
import fr.appui.planning.life.WishBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

@ApplicationScoped
@Transactional
class StoredWishes implements WishBook {

    @Override
    public Wishes of(PhysicianId physician) {
        return VolunteeringRow.<VolunteeringRow>findByIdOptional(physician.toString())
                .map(VolunteeringRow::toWishes)
                .orElseGet(Wishes::none);
    }

    @Override
    public void keep(PhysicianId physician, Wishes wishes) {
        VolunteeringRow row = VolunteeringRow.<VolunteeringRow>findByIdOptional(physician.toString())
                .orElseGet(VolunteeringRow::new);
        row.fill(physician, wishes);
        row.persist();
    }
}
