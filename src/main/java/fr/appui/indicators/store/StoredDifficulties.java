package fr.appui.indicators.store;

import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.report.Difficulty;
import fr.appui.indicators.report.DifficultyLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

@ApplicationScoped
class StoredDifficulties implements DifficultyLog {

    private static final String COLUMNS =
            "SELECT id, day, category, text, answer, told_at_ms, ars_answer, territory, revision, withdrawn_at"
                    + " FROM difficulty";

    private final EntityManager database;

    StoredDifficulties(EntityManager database) {
        this.database = database;
    }

    @Override
    @Transactional
    public List<Difficulty> of(TerritoryCode territory, int year) {
        return Rows.of(database.createNativeQuery(
                                COLUMNS
                                        + " WHERE territory = ?1 AND day BETWEEN ?2 AND ?3 AND withdrawn_at IS NULL ORDER BY day, id",
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
                                COLUMNS + " WHERE to_tell AND told_at_ms IS NULL AND withdrawn_at IS NULL ORDER BY id",
                                Tuple.class)
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
    public List<Entry> entries(TerritoryCode territory, int year) {
        Map<Long, List<Change>> changes = Rows.of(database.createNativeQuery(
                                "SELECT c.difficulty, c.territory, c.day, c.category, c.text, c.at, c.author, c.act"
                                        + " FROM difficulty_change c JOIN difficulty d ON d.id = c.difficulty"
                                        + " WHERE d.territory = ?1 AND d.day BETWEEN ?2 AND ?3 ORDER BY c.id",
                                Tuple.class)
                        .setParameter(1, territory.value())
                        .setParameter(2, LocalDate.of(year, 1, 1))
                        .setParameter(3, LocalDate.of(year, 12, 31)))
                .collect(Collectors.groupingBy(
                        row -> Rows.number(row, 0),
                        Collectors.mapping(StoredDifficulties::change, Collectors.toList())));
        return Rows.of(database.createNativeQuery(
                                COLUMNS + " WHERE territory = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day, id",
                                Tuple.class)
                        .setParameter(1, territory.value())
                        .setParameter(2, LocalDate.of(year, 1, 1))
                        .setParameter(3, LocalDate.of(year, 12, 31)))
                .map(row -> new Entry(
                        read(row),
                        (int) Rows.number(row, 8),
                        row.get(9) != null,
                        changes.getOrDefault(Rows.number(row, 0), List.of())))
                .toList();
    }

    private static Change change(Tuple row) {
        return new Change(
                Rows.instant(row, 5),
                row.get(6, String.class),
                Act.valueOf(row.get(7, String.class)),
                new Difficulty(
                        Rows.number(row, 0),
                        new TerritoryCode(row.get(1, String.class)),
                        Rows.date(row, 2),
                        Difficulty.Category.valueOf(row.get(3, String.class)),
                        row.get(4, String.class),
                        Optional.empty()));
    }

    @Override
    @Transactional
    public Corrected correct(Correction correction, Difficulty now) {
        Act act = correction.territory().equals(now.territory()) ? Act.CORRECTED : Act.MOVED;
        return changed(
                correction,
                act,
                database.createNativeQuery(
                                "UPDATE difficulty SET territory = ?3, day = ?4, category = ?5, text = ?6, revision = revision + 1"
                                        + " WHERE id = ?1 AND revision = ?2")
                        .setParameter(3, now.territory().value())
                        .setParameter(4, now.date())
                        .setParameter(5, now.category().name())
                        .setParameter(6, now.text()));
    }

    @Override
    @Transactional
    public Corrected withdraw(Correction correction, boolean withdrawn) {
        return changed(
                correction,
                withdrawn ? Act.WITHDRAWN : Act.RESTORED,
                database.createNativeQuery("UPDATE difficulty SET withdrawn_at = ?3, revision = revision + 1"
                                + " WHERE id = ?1 AND revision = ?2")
                        .setParameter(3, withdrawn ? correction.at() : null));
    }

    /** What it was is written down with what it becomes; of two who saw the same, the second changes nothing. */
    private Corrected changed(Correction correction, Act act, Query update) {
        int known = database.createNativeQuery(
                        "INSERT INTO difficulty_change (difficulty, at, author, act, territory, day, category, text)"
                                + " SELECT id, ?3, ?4, ?5, territory, day, category, text FROM difficulty"
                                + " WHERE id = ?1 AND territory = ?2 AND revision = ?6 FOR UPDATE")
                .setParameter(1, correction.id())
                .setParameter(2, correction.territory().value())
                .setParameter(3, correction.at())
                .setParameter(4, correction.author())
                .setParameter(5, act.name())
                .setParameter(6, correction.seen())
                .executeUpdate();
        if (known == 0) {
            return missed(correction);
        }
        update.setParameter(1, correction.id())
                .setParameter(2, correction.seen())
                .executeUpdate();
        return Corrected.DONE;
    }

    private Corrected missed(Correction correction) {
        boolean isThere = !database.createNativeQuery(
                        "SELECT id FROM difficulty WHERE id = ?1 AND territory = ?2", Long.class)
                .setParameter(1, correction.id())
                .setParameter(2, correction.territory().value())
                .getResultList()
                .isEmpty();
        return isThere ? Corrected.CHANGED_MEANWHILE : Corrected.UNKNOWN;
    }

    @Override
    @Transactional
    public Corrected answer(Correction correction, String answer) {
        return answered("answer", correction, answer);
    }

    @Override
    @Transactional
    public Corrected answerOfTheArs(Correction correction, String answer) {
        return answered("ars_answer", correction, answer);
    }

    private Corrected answered(String column, Correction correction, String answer) {
        int written = database.createNativeQuery("UPDATE difficulty SET " + column
                        + " = ?4, revision = revision + 1 WHERE id = ?1 AND territory = ?2 AND revision = ?3")
                .setParameter(1, correction.id())
                .setParameter(2, correction.territory().value())
                .setParameter(3, correction.seen())
                .setParameter(4, answer)
                .executeUpdate();
        return written == 1 ? Corrected.DONE : missed(correction);
    }

    @Override
    @Transactional
    public Difficulty add(Difficulty difficulty) {
        database.createNativeQuery("SELECT code FROM territory WHERE code = ?1 FOR UPDATE", String.class)
                .setParameter(1, difficulty.territory().value())
                .getResultList(); // of two who note the same at once, the second finds it
        Object id = same(difficulty).orElseGet(() -> written(difficulty));
        return new Difficulty(
                ((Number) id).longValue(),
                difficulty.territory(),
                difficulty.date(),
                difficulty.category(),
                difficulty.text(),
                difficulty.answer());
    }

    private Optional<Object> same(Difficulty difficulty) {
        return valued(
                        "SELECT id FROM difficulty WHERE territory = ?1 AND day = ?2 AND category = ?3"
                                + " AND BINARY text = BINARY ?4 AND BINARY answer <=> BINARY ?5"
                                + " AND withdrawn_at IS NULL ORDER BY id LIMIT 1",
                        difficulty)
                .getResultStream()
                .findFirst();
    }

    private Object written(Difficulty difficulty) {
        return valued(
                        "INSERT INTO difficulty (territory, day, category, text, answer, to_tell)"
                                + " VALUES (?1, ?2, ?3, ?4, ?5, TRUE) RETURNING id",
                        difficulty)
                .getSingleResult();
    }

    private TypedQuery<Object> valued(String sql, Difficulty difficulty) {
        @SuppressWarnings("unchecked")
        TypedQuery<Object> query = (TypedQuery<Object>) database.createNativeQuery(sql, Long.class);
        return query.setParameter(1, difficulty.territory().value())
                .setParameter(2, difficulty.date())
                .setParameter(3, difficulty.category().name())
                .setParameter(4, difficulty.text())
                .setParameter(5, difficulty.answer().orElse(null));
    }
}
