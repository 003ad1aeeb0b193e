package fr.appui.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.appui.boot.EmbeddedMariaDb;
import fr.appui.boot.MariaDbResource;
import fr.appui.calls.ServiceProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The database of the version before, after a year of use, becomes this version's: no row of it is lost or changed, and whatever the old
 * version answered about it, this one answers too.
 */
@Execution(ExecutionMode.CONCURRENT)
class UpgradeIT {

    private static final Pattern SECRET = Pattern.compile("(?<=jeton=)[A-Za-z0-9_-]+");

    /** An answer that is other on purpose. */
    private record Meant(String question, String where, String reason) {

        boolean covers(Answers.Difference difference) {
            return Pattern.matches(question, difference.question()) && Pattern.matches(where, difference.where());
        }
    }

    /** What this version says otherwise than the one before: each with its reason, and with a line in the changelog. */
    private static final List<Meant> MEANT = List.of(new Meant(
            "/api/calls/kinds-told",
            "/story/20/text",
            "of an alert of which nothing is kept any more, nothing is said of its receipt"));

    /** Rows that a migration adds to what the version before had, by table. */
    private static final Map<String, Integer> ADDED = Map.of();

    /** An event that nobody takes is a fault to be mended before an upgrade. */
    private static final List<String> EMPTY = List.of("parked_event");

    private static final Path TODAY = Path.of("target", "quarkus-app");
    private static final KeptVersion BEFORE = KeptVersion.before(Version.parse(Pom.version()));
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static EmbeddedMariaDb database;
    private static Map<String, List<String>> rowsBefore;
    private static Map<String, List<String>> rowsAfter;
    private static ServiceProcess service;

    @BeforeAll
    static void upgrade() throws IOException, SQLException {
        database = MariaDbResource.startThrowAway();
        try (Connection connection = connection()) {
            connection.createStatement().execute("SELECT 1"); // makes the database
        }
        KeptDatabase.read(BEFORE.database(), database);
        Map<String, List<String>> columns = columns();
        rowsBefore = rows(columns);
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .load()
                .migrate();
        rowsAfter = rows(columns);
        service = VersionDump.service(TODAY, database, VersionDump.JANUARY, false);
        service.start();
    }

    @AfterAll
    static void end() {
        if (service != null) {
            service.close();
        }
        database.close();
    }

    @Test
    void whatIsKeptOfTheVersionBeforeIsALifeWithEverythingInIt() {
        List<String> empty = rowsBefore.entrySet().stream()
                .filter(table -> table.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        assertThat(empty).containsExactlyInAnyOrderElementsOf(EMPTY);
    }

    @Test
    void noRowIsLostOrChangedByTheMigrations() {
        for (var table : rowsBefore.entrySet()) {
            assertThat(withoutSecrets(rowsAfter.get(table.getKey())))
                    .as(table.getKey())
                    .containsAll(withoutSecrets(table.getValue()))
                    .hasSize(table.getValue().size() + ADDED.getOrDefault(table.getKey(), 0));
        }
    }

    /** What opens an account is taken out of mails that have left, and of nothing else (V882). */
    private static List<String> withoutSecrets(List<String> rows) {
        return rows.stream().map(row -> SECRET.matcher(row).replaceAll("…")).toList();
    }

    @Test
    void noMailThatLeftKeepsWhatOpensAnAccount() throws SQLException {
        assertThat(
                        pairs(
                                "SELECT id, recipient FROM notice WHERE sent_at IS NOT NULL AND body REGEXP 'jeton=[A-Za-z0-9]'"))
                .isEmpty();
        assertThat(rowsBefore.get("notice").stream()
                        .filter(row -> SECRET.matcher(row).find()))
                .as("there were some")
                .isNotEmpty();
    }

    @Test
    void whateverTheVersionBeforeAnsweredIsAnsweredStill() throws IOException {
        ObjectNode before = Answers.read(BEFORE.answers());
        assertThat(before.size()).isGreaterThan(250);
        List<Answers.Difference> differences = Answers.differences(before, Answers.of(service, before.fieldNames()));
        assertThat(differences.stream()
                        .filter(difference -> !isTypographyAlone(difference))
                        .filter(difference -> MEANT.stream().noneMatch(meant -> meant.covers(difference))))
                .isEmpty();
    }

    /** Up to 0.2.0 sentences had straight apostrophes. What was frozen has them still: it is compared by its digest. */
    private static boolean isTypographyAlone(Answers.Difference difference) {
        return difference.was().replace('\'', '’').equals(difference.is());
    }

    @Test
    void theSubmittedReportsAreTheDocumentsThatTheArsHas() throws Exception {
        Map<String, String> digests = pairs("SELECT code, sha256 FROM submitted_report");
        assertThat(digests).containsOnlyKeys("HDF-OISE", "HDF");
        assertThat(sha256("/api/territories/HDF-OISE/reports/2026/submitted.json"))
                .isEqualTo(digests.get("HDF-OISE"));
        assertThat(sha256("/api/regions/HDF/reports/2026/submitted.json")).isEqualTo(digests.get("HDF"));
    }

    /** Acts of both versions stand in one chain. */
    @Test
    void theAuditChainIsWholeFromTheFirstActOfTheVersionBeforeToTheLastOfThisOne() throws IOException, SQLException {
        long kept = rowsBefore.get("audit_entry").size();
        assertThat(service.post(
                                LivedInYear.OISE + "/difficulties",
                                "{\"date\": \"2027-01-04\", \"category\": \"OTHER\", \"text\": \"Premier acte d’après.\"}")
                        .statusCode())
                .isEqualTo(201);
        JsonNode verification =
                JSON.readTree(service.get("/api/audit/verification").body());
        assertThat(verification.path("whole").asBoolean())
                .as(verification.toString())
                .isTrue();
        assertThat(verification.path("sequence").asLong()).isGreaterThan(kept);
    }

    @Test
    void whatWaitedToBeToldIsToldOnceAndCounted() throws SQLException {
        await("nothing waits")
                .atMost(PATIENCE)
                .until(() -> pairs("SELECT event_id, 1 FROM outbox WHERE sent_at_ms IS NULL AND parked_at_ms IS NULL")
                        .isEmpty());
        assertThat(pairs("SELECT event_id, problem FROM parked_event")).isEmpty();
        assertThat(pairs("SELECT call_id, ending FROM counted_call WHERE call_id LIKE 'kinds-%'"))
                .isEqualTo(Map.of("kinds-told", "NOT_REACHED", "kinds-waiting", "NOT_REACHED"));
        assertThat(pairs("SELECT consumer, COUNT(*) FROM consumed_event WHERE consumer = 'indicators'"
                        + " AND event_id LIKE 'kinds-waiting/%' GROUP BY consumer"))
                .isEqualTo(Map.of(
                        "indicators",
                        Long.toString(rowsBefore.get("call_event").stream()
                                .filter(row -> row.contains("kinds-waiting"))
                                .count())));
    }

    private static String sha256(String document) throws Exception {
        byte[] bytes = service.get(document).body().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** The tables of the version before and their columns; what Flyway notes is its own. */
    private static Map<String, List<String>> columns() throws SQLException {
        var columns = new TreeMap<String, List<String>>();
        try (Connection connection = connection();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT table_name, column_name FROM information_schema.columns"
                                + " WHERE table_schema = 'appui' AND table_name <> 'flyway_schema_history'"
                                + " ORDER BY table_name, ordinal_position")) {
            while (rows.next()) {
                columns.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return columns;
    }

    private static Map<String, List<String>> rows(Map<String, List<String>> columns) throws SQLException {
        var rows = new TreeMap<String, List<String>>();
        try (Connection connection = connection()) {
            for (var table : columns.entrySet()) {
                String names = table.getValue().stream().collect(Collectors.joining("`, `", "`", "`"));
                var texts = new ArrayList<String>();
                try (ResultSet read = connection
                        .createStatement()
                        .executeQuery("SELECT JSON_ARRAY(" + names + ") FROM `" + table.getKey() + "` ORDER BY 1")) {
                    while (read.next()) {
                        texts.add(read.getString(1));
                    }
                }
                rows.put(table.getKey(), texts);
            }
        }
        return rows;
    }

    private static Map<String, String> pairs(String sql) throws SQLException {
        var pairs = new TreeMap<String, String>();
        try (Connection connection = connection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                pairs.put(rows.getString(1), String.valueOf(rows.getString(2)));
            }
        }
        return pairs;
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
