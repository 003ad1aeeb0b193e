package fr.appui.planning.store;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Wishes;
import fr.appui.planning.life.GivenWishes;
import fr.appui.planning.life.WishBook;
import fr.appui.planning.life.WishesChanged;
import fr.appui.planning.life.WishesRead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

@ApplicationScoped
@Transactional
class StoredWishes implements WishBook {

    private final EntityManager database;
    private final Event<WishesChanged> changed;
    private final Clock clock;

    StoredWishes(EntityManager database, Event<WishesChanged> changed, Clock clock) {
        this.database = database;
        this.changed = changed;
        this.clock = clock;
    }

    @Override
    public Wishes of(PhysicianId physician) {
        return VolunteeringRow.<VolunteeringRow>findByIdOptional(physician.toString())
                .map(VolunteeringRow::toWishes)
                .orElseGet(Wishes::none);
    }

    /** A row is there to wait at even for who asked for nothing yet. */
    @Override
    public Wishes toChange(PhysicianId physician) {
        boolean known = !database.createNativeQuery(
                        "SELECT physician_id FROM volunteering WHERE physician_id = ?1 FOR UPDATE")
                .setParameter(1, physician.toString())
                .getResultList()
                .isEmpty();
        if (!known) {
            database.createNativeQuery("INSERT INTO volunteering (physician_id, willingness) VALUES (?1, ?2)"
                            + " ON DUPLICATE KEY UPDATE physician_id = physician_id")
                    .setParameter(1, physician.toString())
                    .setParameter(2, Wishes.none().willingness().name())
                    .executeUpdate();
        }
        return of(physician);
    }

    @Override
    public GivenWishes read(Set<PhysicianId> physicians) {
        List<VolunteeringRow> rows = VolunteeringRow.list(
                "physician in ?1",
                physicians.stream().map(PhysicianId::toString).toList());
        return new WishesRead(
                rows.stream()
                        .collect(Collectors.toMap(row -> PhysicianId.parse(row.physician), VolunteeringRow::toWishes)),
                rows.stream()
                        .collect(Collectors.toMap(row -> PhysicianId.parse(row.physician), VolunteeringRow::absences)));
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
        changed.fire(new WishesChanged(physician));
    }
}
