package fr.appui.planning.store;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.DutyLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Stream;

@ApplicationScoped
class StoredDutyLocks implements DutyLocks {

    private final EntityManager database;

    StoredDutyLocks(EntityManager database) {
        this.database = database;
    }

    /** In the order of names, so that two who want the same never wait for one another. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(TerritoryCode territory, Collection<PhysicianId> takers) {
        Stream.concat(takers.stream().map(taker -> "duties.of." + taker), Stream.of("duties.on." + territory))
                .distinct()
                .sorted()
                .forEach(this::hold);
    }

    /**
     * Until the caller's transaction ends, nobody else holds it. One statement: an {@code insert ignore} would share the row
     * with others who wait, and those who share it could never write it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void hold(String name) {
        database.createNativeQuery("insert into scheduled_lock (name, due_at) values (?1, ?2)"
                        + " on duplicate key update due_at = due_at")
                .setParameter(1, name)
                .setParameter(2, Instant.EPOCH)
                .executeUpdate();
    }
}
