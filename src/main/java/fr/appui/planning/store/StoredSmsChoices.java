package fr.appui.planning.store;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.notice.SmsChoices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;

@ApplicationScoped
@Transactional
class StoredSmsChoices implements SmsChoices {

    private final EntityManager database;

    StoredSmsChoices(EntityManager database) {
        this.database = database;
    }

    @Override
    public boolean isOffered(TerritoryCode territory) {
        return holds("SELECT COUNT(*) FROM sms_offer WHERE territory = ?1", territory.value());
    }

    @Override
    public boolean isWanted(PhysicianId physician) {
        return holds("SELECT COUNT(*) FROM sms_wish WHERE physician_id = ?1", physician.toString());
    }

    @Override
    public boolean offer(TerritoryCode territory, boolean offered, Instant now) {
        return set(
                offered,
                "INSERT IGNORE INTO sms_offer (territory, since) VALUES (?1, ?2)",
                "DELETE FROM sms_offer WHERE territory = ?1",
                territory.value(),
                now);
    }

    @Override
    public boolean want(PhysicianId physician, boolean wanted, Instant now) {
        return set(
                wanted,
                "INSERT IGNORE INTO sms_wish (physician_id, since) VALUES (?1, ?2)",
                "DELETE FROM sms_wish WHERE physician_id = ?1",
                physician.toString(),
                now);
    }

    private boolean holds(String count, String key) {
        return ((Number) database.createNativeQuery(count).setParameter(1, key).getSingleResult()).intValue() > 0;
    }

    private boolean set(boolean on, String insert, String delete, String key, Instant now) {
        var statement = database.createNativeQuery(on ? insert : delete).setParameter(1, key);
        if (on) {
            statement.setParameter(2, now);
        }
        return statement.executeUpdate() == 1;
    }
}
