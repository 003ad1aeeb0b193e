package fr.appui.trace.store;

import fr.appui.directory.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Outcomes signed by a physician and calls they declared: what was said stays, signed by nobody. */
@ApplicationScoped
@Transactional
class WrittenByPhysician implements PersonalData {

    private static final int MOST = 5_000;
    private static final String NOBODY = "médecin effacé";

    private final EntityManager database;

    WrittenByPhysician(EntityManager database) {
        this.database = database;
    }

    @Override
    public String heading() {
        return "Appels : fiches écrites et appels déclarés";
    }

    @Override
    public List<Map<String, String>> of(Person person) {
        Stream<Map<String, String>> declared = lines(
                "SELECT CONCAT('appel déclaré', '|', CONVERT(call_id USING utf8mb4), ', ', CONVERT(territory USING utf8mb4)) FROM declared_call WHERE physician_id = ?1",
                person.id().toString());
        Stream<Map<String, String>> written = person.logins().stream()
                .flatMap(login -> lines(
                        "SELECT CONCAT('fiche', '|', call_id, ', version ', number, ', ', status, ', ', body)"
                                + " FROM outcome_revision WHERE author = ?1 ORDER BY written_at_ms",
                        login));
        return Stream.concat(declared, written).toList();
    }

    @Override
    public int erase(Person person) {
        return person.logins().stream()
                .mapToInt(login -> unsign("UPDATE outcome_revision SET author = ?1 WHERE author = ?2", login)
                        + unsign("UPDATE declared_call SET author = ?1 WHERE author = ?2", login))
                .sum();
    }

    private int unsign(String sql, String login) {
        return database.createNativeQuery(sql)
                .setParameter(1, NOBODY)
                .setParameter(2, login)
                .executeUpdate();
    }

    private Stream<Map<String, String>> lines(String sql, String parameter) {
        List<?> lines = database.createNativeQuery(sql, String.class)
                .setParameter(1, parameter)
                .setMaxResults(MOST)
                .getResultList();
        return lines.stream().map(line -> ((String) line).split("\\|", 2)).map(parts -> Map.of(parts[0], parts[1]));
    }
}
