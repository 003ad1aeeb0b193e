package fr.appui.indicators.store;

import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.report.Difficulty;
import fr.appui.indicators.report.DifficultyLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredDifficulties implements DifficultyLog {

    private final EntityManager database;

    StoredDifficulties(EntityManager database) {
        this.database = database;
    }

    private static final String COLUMNS =
            "SELECT id, day, category, text, answer, told_at_ms, ars_answer, territory" + " FROM difficulty";

    @Override
    @Transactional
    public List<Difficulty> of(TerritoryCode territory, int year) {
        return Rows.of(database.createNativeQuery(
                                COLUMNS + " WHERE territory = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day, id",
                                Tuple.class)
                        .setParameter(1, territory.value())
                        .setParameter(2, LocalDate.of(year, 1, 1))
                        .setParameter(3, LocalDate.of(year, 12, 31)))
                .map(StoredDifficulties::read)
                .toList();
    }

    @Override
    @Transactional
    public List<Difficulty> toTell(int most) {
        return Rows.of(database.createNativeQuery(
                                COLUMNS + " WHERE to_tell AND told_at_ms IS NULL ORDER BY id", Tuple.class)
                        .setMaxResults(most))
                .map(StoredDifficulties::read)
                .toList();
    }

    @Override
    @Transactional
    public void told(long id, Instant at) {
        database.createNativeQuery("UPDATE difficulty SET told_at_ms = ?1 WHERE id = ?2 AND told_at_ms IS NULL")
                .setParameter(1, at.toEpochMilli())
                .setParameter(2, id)
                .executeUpdate();
    }

    private static Difficulty read(Tuple row) {
        return new Difficulty(
                Rows.number(row, 0),
                new TerritoryCode(row.get(7, String.class)),
                Rows.date(row, 1),
                Difficulty.Category.valueOf(row.get(2, String.class)),
                row.get(3, String.class),
                Optional.ofNullable(row.get(4, String.class)),
                Optional.ofNullable((Number) row.get(5)).map(Number::longValue).map(Instant::ofEpochMilli),
                Optional.ofNullable(row.get(6, String.class)));
    }

    @Override
    @Transactional
    public boolean answer(TerritoryCode territory, long id, String answer) {
        return write("answer", territory, id, answer);
    }

    @Override
    @Transactional
    public boolean answerOfTheArs(TerritoryCode territory, long id, String answer) {
        return write("ars_answer", territory, id, answer);
    }

    private boolean write(String column, TerritoryCode territory, long id, String answer) {
        return database.createNativeQuery("UPDATE difficulty SET " + column + " = ?1 WHERE id = ?2 AND territory = ?3")
                        .setParameter(1, answer)
                        .setParameter(2, id)
                        .setParameter(3, territory.value())
                        .executeUpdate()
                == 1;
    }

    @Override
    @Transactional
    public Difficulty add(Difficulty difficulty) {
        Object id = database.createNativeQuery(
                        "INSERT INTO difficulty (territory, day, category, text, answer, to_tell)"
                                + " VALUES (?1, ?2, ?3, ?4, ?5, TRUE) RETURNING id",
                        Long.class)
                .setParameter(1, difficulty.territory().value())
                .setParameter(2, difficulty.date())
                .setParameter(3, difficulty.category().name())
                .setParameter(4, difficulty.text())
                .setParameter(5, difficulty.answer().orElse(null))
                .getSingleResult();
        return new Difficulty(
                ((Number) id).longValue(),
                difficulty.territory(),
                difficulty.date(),
                difficulty.category(),
                difficulty.text(),
                difficulty.answer());
    }
}
