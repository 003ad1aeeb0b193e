package fr.appui.rota.store;

import fr.appui.directory.PersonalData;
import fr.appui.directory.store.Pieces;
import fr.appui.nodes.KeptForATime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Numbers given for one duty, and the duties themselves as they were published. */
@ApplicationScoped
class DutyNumberData implements PersonalData, KeptForATime {

    private static final int MOST = 5_000;

    private final EntityManager database;
    private final Pieces pieces;
    private final RotaSettings settings;

    DutyNumberData(EntityManager database, Pieces pieces, RotaSettings settings) {
        this.database = database;
        this.pieces = pieces;
        this.settings = settings;
    }

    @Override
    public String heading() {
        return "Astreintes publiées et numéros donnés pour une astreinte";
    }

    @Override
    @Transactional
    public List<Map<String, String>> of(Person person) {
        List<?> duties = database.createNativeQuery("""
                        SELECT CONCAT('astreinte', '|', p.territory, ' ', d.duty_date, ', rang ', d.rung, ', version ', p.version)
                        FROM rota_duty d JOIN rota_publication p ON p.id = d.publication_id
                        WHERE d.physician_id = ?1
                        UNION ALL SELECT CONCAT('numéro du ', duty_date, '|', number)
                        FROM rota_duty_number WHERE physician_id = ?1
                        UNION ALL SELECT CONCAT('remplacement', '|', territory, ' ', duty_date, ', ', reason)
                        FROM rota_substitution WHERE physician_id = ?1
                        ORDER BY 1""", String.class)
                .setParameter(1, person.id().toString())
                .setMaxResults(MOST)
                .getResultList();
        return duties.stream()
                .map(line -> ((String) line).split("\\|", 2))
                .map(parts -> Map.of(parts[0], parts[1]))
                .toList();
    }

    @Override
    @Transactional
    public int erase(Person person) {
        return database.createNativeQuery("DELETE FROM rota_duty_number WHERE physician_id = ?1")
                .setParameter(1, person.id().toString())
                .executeUpdate();
    }

    @Override
    public Terms terms() {
        return new Terms(
                "duty-numbers",
                "numéro donné par un médecin pour une seule astreinte",
                settings.dutyNumbersKept().toString(),
                "appui.rota.duty-numbers-kept",
                "il ne sert que pendant l’astreinte ; un mois de plus pour comprendre un appel manqué");
    }

    @Override
    public int eraseOld(Instant now) {
        LocalDate before = LocalDate.ofInstant(now, ZoneOffset.UTC).minus(settings.dutyNumbersKept());
        return pieces.delete("DELETE FROM rota_duty_number WHERE duty_date < ?", Date.valueOf(before));
    }
}
