package fr.appui.planning.store;

import fr.appui.directory.PersonalData;
import fr.appui.planning.life.FeedTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Wishes, swaps, calendar addresses and the mails that planning wrote. */
@ApplicationScoped
@Transactional
class PlanningData implements PersonalData {

    private static final int MOST = 5_000;

    private static final String FACTS = """
            SELECT CONCAT('souhait', '|', kind, ' du ', from_date, ' au ', to_date) FROM wish WHERE physician_id = ?1
            UNION ALL SELECT CONCAT('volontariat', '|', willingness) FROM volunteering WHERE physician_id = ?1
            UNION ALL SELECT CONCAT('réponse au recueil des souhaits', '|', quarter, ', ', kind, ', ', answered_at)
              FROM wish_answer WHERE physician_id = ?1
            UNION ALL SELECT CONCAT('échange', '|', proposed_at, ', ', status, ', ', reason) FROM swap_proposal
              WHERE proposer_id = ?1 OR other_id = ?1
            UNION ALL SELECT CONCAT('demande de remplacement', '|', asked_at, ', ', duty_date, ', ', status, ', ', reason)
              FROM replacement_request WHERE giver_id = ?1
            UNION ALL SELECT CONCAT('sollicité pour un remplacement', '|', r.asked_at, ', ', r.duty_date, ', ', a.answer)
              FROM replacement_asked a JOIN replacement_request r ON r.id = a.request_id WHERE a.physician_id = ?1
            UNION ALL SELECT CONCAT('dérogation au quota', '|', quarter, ', ', allowed_days, ' jours, ', reason)
              FROM quota_derogation WHERE physician_id = ?1
            UNION ALL SELECT CONCAT('mail', '|', queued_at, ', ', subject) FROM notice WHERE recipient = ?2 OR physician_id = ?1
            UNION ALL SELECT CONCAT('notification', '|', d.queued_at, ', ', d.device_name, ', ', n.subject)
              FROM notice_on_device d JOIN notice n ON n.id = d.notice_id
              WHERE n.recipient = ?2 OR n.physician_id = ?1
            UNION ALL SELECT CONCAT('notification', '|', queued_at, ', ', device_name, ', ', text) FROM device_alert
              WHERE physician_id = ?1
            UNION ALL SELECT CONCAT('SMS', '|', s.queued_at, ', ', n.subject)
              FROM notice_by_sms s JOIN notice n ON n.id = s.notice_id
              WHERE n.recipient = ?2 OR n.physician_id = ?1
            UNION ALL SELECT CONCAT('SMS de planning', '|', 'demandés le ', since) FROM sms_wish WHERE physician_id = ?1
            UNION ALL SELECT CONCAT('adresse de calendrier', '|', 'donnée le ', issued_at) FROM feed_token
              WHERE owner = ?3
            ORDER BY 1""";

    private static final List<String> ERASED = List.of(
            "DELETE FROM wish WHERE physician_id = ?1",
            "DELETE FROM sms_wish WHERE physician_id = ?1",
            "DELETE FROM device_alert WHERE physician_id = ?1",
            "DELETE FROM notice WHERE physician_id = ?1", // whatever the address was then
            "DELETE FROM wish_answer WHERE physician_id = ?1",
            "DELETE FROM volunteering WHERE physician_id = ?1",
            "DELETE FROM rota_draft_duty WHERE physician_id = ?1",
            "UPDATE swap_proposal SET reason = 'effacé', author = 'médecin effacé' WHERE proposer_id = ?1",
            "UPDATE replacement_request SET reason = 'effacé', author = 'médecin effacé' WHERE giver_id = ?1");

    private final EntityManager database;

    PlanningData(EntityManager database) {
        this.database = database;
    }

    @Override
    public String heading() {
        return "Planning : souhaits, échanges, avis envoyés";
    }

    @Override
    public List<Map<String, String>> of(Person person) {
        List<?> lines = database.createNativeQuery(FACTS, String.class)
                .setParameter(1, person.id().toString())
                .setParameter(2, person.mail().value())
                .setParameter(3, owner(person))
                .setMaxResults(MOST)
                .getResultList();
        return lines.stream()
                .map(line -> ((String) line).split("\\|", 2))
                .map(parts -> Map.of(parts[0], parts[1]))
                .toList();
    }

    @Override
    public int erase(Person person) {
        int erased = 0;
        for (String sql : ERASED) {
            erased += database.createNativeQuery(sql)
                    .setParameter(1, person.id().toString())
                    .executeUpdate();
        }
        return erased
                + database.createNativeQuery("DELETE FROM notice WHERE recipient = ?1")
                        .setParameter(1, person.mail().value())
                        .executeUpdate()
                + database.createNativeQuery("DELETE FROM feed_token WHERE owner = ?1")
                        .setParameter(1, owner(person))
                        .executeUpdate();
    }

    private static String owner(Person person) {
        return FeedTokenRow.key(new FeedTokens.Owner.OfPhysician(person.id()));
    }
}
