package fr.appui.planning.store;

import fr.appui.planning.life.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;

@ApplicationScoped
class StoredTurns implements Turns {

    private final EntityManager database;

    StoredTurns(EntityManager database) {
        this.database = database;
    }

    /** Two nodes that ask at once: the row's lock lets the first one through, and the second finds it not due. */
    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean take(String name, Instant now, Instant next) {
        create(name, now);
        return TurnRow.update("dueAt = ?1 where name = ?2 and dueAt <= ?3", next, name, now) == 1;
    }

    /** Until the caller's transaction ends, nobody else holds it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void hold(String name) {
        create(name, Instant.EPOCH);
        TurnRow.findById(name, LockModeType.PESSIMISTIC_WRITE);
    }

    private void create(String name, Instant due) {
        database.createNativeQuery("insert ignore into scheduled_lock (name, due_at) values (?1, ?2)")
                .setParameter(1, name)
                .setParameter(2, due)
                .executeUpdate();
    }
}
