package fr.appui.indicators.store;

import fr.appui.directory.Audit;
import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Written;
import fr.appui.indicators.report.Survey;
import fr.appui.indicators.report.SurveyTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A link has 192 random bits, so a plain hash is enough: there is nothing to guess. */
@ApplicationScoped
@Transactional
class StoredSurvey implements Survey {

    private static final int BYTES = 24;

    /** On a line with one call that day the day is the call: once a link serves no more, only its month is kept. */
    static final String MONTH_ALONE =
            "asked_on = DATE_FORMAT(asked_on, '%Y-%m-01'), last_day = DATE_FORMAT(asked_on, '%Y-%m-01')";

    private final SecureRandom random = new SecureRandom();
    private final EntityManager database;
    private final Directory directory;
    private final Audit audit;
    private final Clock clock;

    StoredSurvey(EntityManager database, Directory directory, Audit audit, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Setting of(TerritoryCode territory) {
        return Rows.of(database.createNativeQuery(
                                "SELECT is_open, revision FROM survey_setting WHERE territory = ?1", Tuple.class)
                        .setParameter(1, territory.value()))
                .map(row -> new Setting(Boolean.TRUE.equals(row.get(0, Boolean.class)), Rows.number(row, 1)))
                .findFirst()
                .orElse(new Setting(false, 0));
    }

    /** The row is made with revision 0 first, so that the first two who set it meet on it. */
    @Override
    public Written set(TerritoryCode territory, boolean open, long revision, String by) {
        database.createNativeQuery(
                        "INSERT IGNORE INTO survey_setting (territory, is_open, revision) VALUES (?1, FALSE, 0)")
                .setParameter(1, territory.value())
                .executeUpdate();
        int changed = database.createNativeQuery("UPDATE survey_setting SET is_open = ?2, revision = revision + 1"
                        + " WHERE territory = ?1 AND revision = ?3")
                .setParameter(1, territory.value())
                .setParameter(2, open)
                .setParameter(3, revision)
                .executeUpdate();
        if (changed == 0) {
            return new Written.Stale((int) of(territory).revision());
        }
        audit.record(
                by,
                open ? "survey.opened" : "survey.closed",
                territory.value(),
                open ? "Les appelants peuvent être interrogés" : "Les appelants ne sont plus interrogés");
        return new Written.Kept((int) revision + 1);
    }

    @Override
    public Link ask(TerritoryCode territory, String by) {
        if (!isOpenAndHeld(territory)) {
            return new Link.Closed();
        }
        LocalDate today = today(territory);
        if (openOf(territory, today) >= MOST_A_DAY) {
            return new Link.TooMany();
        }
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        LocalDate last = lastDay(today);
        database.createNativeQuery(
                        "INSERT INTO survey_link (token_hash, territory, asked_on, last_day) VALUES (?1, ?2, ?3, ?4)")
                .setParameter(1, hash(token))
                .setParameter(2, territory.value())
                .setParameter(3, today)
                .setParameter(4, last)
                .executeUpdate();
        audit.record(by, "survey.link-made", territory.value(), "Un lien d’enquête a été établi");
        return new Link.Made(token, last);
    }

    /** Links of a day are counted one after the other, and none is made while the survey is being closed. Before any reading. */
    private boolean isOpenAndHeld(TerritoryCode territory) {
        return database.createNativeQuery(
                        "SELECT is_open FROM survey_setting WHERE territory = ?1 FOR UPDATE", Boolean.class)
                .setParameter(1, territory.value())
                .getResultList()
                .contains(Boolean.TRUE);
    }

    @Override
    public Optional<String> asked(String token) {
        return Rows.of(database.createNativeQuery(
                                "SELECT territory, last_day FROM survey_link WHERE token_hash = ?1 AND useful IS NULL",
                                Tuple.class)
                        .setParameter(1, hash(token)))
                .filter(row -> !Rows.date(row, 1).isBefore(today(new TerritoryCode(row.get(0, String.class)))))
                .flatMap(row -> directory.territory(new TerritoryCode(row.get(0, String.class))).stream())
                .map(Territory::name)
                .findFirst();
    }

    @Override
    public boolean answer(String token, Reply useful, Reply inTime) {
        return asked(token).isPresent()
                && database.createNativeQuery("UPDATE survey_link SET useful = ?2, in_time = ?3, " + MONTH_ALONE
                                        + " WHERE token_hash = ?1 AND useful IS NULL")
                                .setParameter(1, hash(token))
                                .setParameter(2, useful.name())
                                .setParameter(3, inTime.name())
                                .executeUpdate()
                        == 1;
    }

    @Override
    public SurveyTally tally(TerritoryCode territory, LocalDate first, LocalDate last) {
        List<Tuple> rows = Rows.of(database.createNativeQuery(
                                "SELECT useful, in_time, COUNT(*) FROM survey_link WHERE territory = ?1"
                                        + " AND asked_on BETWEEN ?2 AND ?3 GROUP BY useful, in_time",
                                Tuple.class)
                        .setParameter(1, territory.value())
                        .setParameter(2, first)
                        .setParameter(3, last))
                .toList();
        return new SurveyTally(
                rows.stream().mapToLong(row -> Rows.number(row, 2)).sum(), replies(rows, 0), replies(rows, 1));
    }

    /** Links made today that nobody answered yet. */
    private long openOf(TerritoryCode territory, LocalDate today) {
        return ((Number) database.createNativeQuery(
                                "SELECT COUNT(*) FROM survey_link WHERE territory = ?1 AND last_day = ?2")
                        .setParameter(1, territory.value())
                        .setParameter(2, lastDay(today))
                        .getSingleResult())
                .longValue();
    }

    private static LocalDate lastDay(LocalDate askedOn) {
        return askedOn.plusDays(DAYS - 1L);
    }

    private static Map<Reply, Long> replies(List<Tuple> rows, int question) {
        Map<Reply, Long> counts = new EnumMap<>(Reply.class);
        rows.stream()
                .filter(row -> row.get(question) != null)
                .forEach(row ->
                        counts.merge(Reply.valueOf(row.get(question, String.class)), Rows.number(row, 2), Long::sum));
        return counts;
    }

    private LocalDate today(TerritoryCode territory) {
        return LocalDate.ofInstant(clock.instant(), directory.zoneOf(territory));
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
