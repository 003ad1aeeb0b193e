package fr.appui.outreach.store;

import fr.appui.directory.PersonalData;
import fr.appui.directory.store.Pieces;
import fr.appui.nodes.KeptForATime;
import fr.appui.outreach.OutreachSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Alerts that were sent, on devices as well, call-backs that were done, and who confirmed to be there. */
@ApplicationScoped
class OutreachKept implements KeptForATime, PersonalData {

    private static final int MOST = 5_000;

    private final EntityManager database;
    private final Pieces pieces;
    private final OutreachSettings settings;

    OutreachKept(EntityManager database, Pieces pieces, OutreachSettings settings) {
        this.database = database;
        this.pieces = pieces;
        this.settings = settings;
    }

    @Override
    public Terms terms() {
        return new Terms(
                "outreach",
                "alertes envoyées, aussi sur les appareils, rappels terminés, confirmations de présence, appels d’essai",
                settings.kept().toString(),
                "appui.outreach.kept",
                "comprendre une alerte non reçue ou une astreinte non confirmée");
    }

    @Override
    public int eraseOld(Instant now) {
        Instant from = now.minus(settings.kept());
        long before = from.toEpochMilli();
        var day = Timestamp.valueOf(from.atZone(ZoneOffset.UTC).toLocalDateTime());
        return pieces.delete("DELETE FROM alert WHERE COALESCE(sent_at_ms, given_up_at_ms) < ?", before)
                + pieces.delete("DELETE FROM device_alert WHERE queued_at < ?", day)
                + pieces.delete("DELETE FROM call_back WHERE IF(asked, closed_at_ms, asked_at_ms) < ?", before)
                + pieces.delete("DELETE FROM line_check WHERE starts_at_ms < ?", before)
                + pieces.delete("DELETE FROM trial_call WHERE begun_at_ms < ?", before);
    }

    @Override
    public String heading() {
        return "Alertes reçues et présences confirmées";
    }

    @Override
    @Transactional
    public List<Map<String, String>> of(Person person) {
        List<?> lines = database.createNativeQuery("""
                        SELECT CONCAT('alerte', '|', FROM_UNIXTIME(due_at_ms / 1000), ', ', subject) FROM alert
                          WHERE physician_id = ?1
                        UNION ALL SELECT CONCAT('présence', '|', territory, ' ', duty_date, ', ', state) FROM line_check
                          WHERE physician_id = ?1
                        ORDER BY 1""", String.class)
                .setParameter(1, person.id().toString())
                .setMaxResults(MOST)
                .getResultList();
        return lines.stream()
                .map(line -> ((String) line).split("\\|", 2))
                .map(parts -> Map.of(parts[0], parts[1]))
                .toList();
    }

    @Override
    @Transactional
    public int erase(Person person) {
        return database.createNativeQuery("DELETE FROM alert WHERE physician_id = ?1")
                        .setParameter(1, person.id().toString())
                        .executeUpdate()
                + database.createNativeQuery("DELETE FROM line_check WHERE physician_id = ?1")
                        .setParameter(1, person.id().toString())
                        .executeUpdate();
    }
}
