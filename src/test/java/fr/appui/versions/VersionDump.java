package fr.appui.versions;

import static org.awaitility.Awaitility.await;

import fr.appui.boot.EmbeddedMariaDb;
import fr.appui.boot.MariaDbResource;
import fr.appui.calls.Ports;
import fr.appui.calls.ServiceProcess;
import fr.appui.trace.CallEvent;
import fr.appui.trace.Calls;
import fr.appui.trace.EventJson;
import fr.appui.trace.EventNames;
import fr.appui.trace.WireEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lives a year in the package of a release and keeps its database, and what the release answered about it, for the tests of later
 * versions: {@code deploy/version-dump}.
 */
public final class VersionDump {

    /** After the year whose report was submitted: the tests of later versions begin here. */
    static final Instant JANUARY = Instant.parse("2027-01-20T09:00:00Z");

    private static final Instant AUTUMN = Instant.parse("2026-11-14T20:04:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Path WORK = Path.of("target", "version-dump");

    private VersionDump() {}

    /** @param arguments the version, and the folder of its package */
    public static void main(String... arguments) throws IOException, SQLException {
        KeptVersion kept = KeptVersion.at(Version.parse(arguments[0]));
        Path release = Path.of(arguments[1]);
        Files.createDirectories(WORK);
        try (EmbeddedMariaDb database = MariaDbResource.startThrowAway()) {
            try (ServiceProcess service = service(release, database, AUTUMN, true)) {
                service.start();
                await("the sample year is played")
                        .atMost(PATIENCE)
                        .until(() -> Files.readString(log()).contains("invented calls were played"));
                tellsEveryKind(database, "kinds-told", Instant.parse("2026-11-10T20:00:00Z"));
                allIsTold(database);
                new LivedInYear(service).autumn();
            }
            whatTheSwitchTimeAndFailuresWrite(database);
            try (ServiceProcess service = service(release, database, JANUARY, false)) {
                service.start();
                new LivedInYear(service).january();
                allIsTold(database);
                Answers.write(Answers.of(service), kept.answers());
            }
            // not of the year whose figures were answered: it is counted when it is told
            tellsEveryKind(database, "kinds-waiting", Instant.parse("2027-01-19T20:00:00Z"));
            KeptDatabase.write(database, kept.database());
        }
    }

    private static Path log() {
        return WORK.resolve("service.log");
    }

    /** A service on this database, which rings and mails nobody. */
    static ServiceProcess service(Path release, EmbeddedMariaDb database, Instant now, boolean fresh)
            throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "quarkus.datasource.jdbc.url", database.url(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password(),
                "appui.home", Files.createTempDirectory("appui-home").toString(),
                "appui.telephony.fastagi.port", Integer.toString(Ports.tcp()),
                "appui.outreach.line-check.enabled", "false",
                "quarkus.mailer.mock", "true"));
        if (fresh) {
            settings.put("appui.directory.reference", "reference/hauts-de-france.yaml,reference/demonstration.yaml");
            settings.put("appui.indicators.sample-year", "2026");
        }
        return new ServiceProcess(settings, Duration.between(Instant.now(), now), log())
                .of(release)
                .startingQuickly();
    }

    private static void allIsTold(EmbeddedMariaDb database) throws SQLException {
        await("every event is told").atMost(PATIENCE).until(() -> {
            try (Connection connection = connection(database);
                    var rows = connection
                            .createStatement()
                            .executeQuery(
                                    "SELECT COUNT(*) FROM outbox WHERE sent_at_ms IS NULL AND parked_at_ms IS NULL")) {
                rows.next();
                return rows.getInt(1) == 0;
            }
        });
    }

    /**
     * A call that has an event of every kind, as the journal writes it, which no call lives through: what is told to others waits
     * in the outbox.
     */
    private static void tellsEveryKind(EmbeddedMariaDb database, String id, Instant at) throws SQLException {
        List<CallEvent> events = Calls.everyKind(id);
        long shift = at.toEpochMilli() - Calls.NIGHT.toEpochMilli();
        try (Connection connection = connection(database)) {
            connection.setAutoCommit(false);
            run(
                    connection,
                    "INSERT INTO call_summary (call_id, territory, received_at_ms, ended_at_ms, origin, profile, ending,"
                            + " attempts) VALUES (?, 'HDF-OISE', ?, ?, 'PUBLIC', 'UNKNOWN', 'NOT_REACHED', 1)",
                    id,
                    at.toEpochMilli(),
                    at.plusSeconds(60).toEpochMilli());
            run(
                    connection,
                    "INSERT INTO call_party VALUES (?, 'CALLER', ?, ?)",
                    id,
                    Calls.NURSE.e164(),
                    at.toEpochMilli());
            for (CallEvent event : events) {
                run(
                        connection,
                        "INSERT INTO call_event (call_id, event_key, type, at_ms, payload) VALUES (?, ?, ?, ?, ?)",
                        id,
                        event.key(),
                        EventNames.of(event),
                        event.at().toEpochMilli() + shift,
                        EventJson.payload(event).toString());
                WireEvent wire = WireEvent.of(event);
                String body = new WireEvent(
                                wire.id(),
                                wire.type(),
                                wire.call(),
                                wire.time().plusMillis(shift),
                                wire.data(),
                                wire.writtenBy())
                        .json();
                run(
                        connection,
                        "INSERT INTO outbox (event_id, call_id, lane, type, body, written_at_ms) VALUES (?, ?, 3, ?, ?, ?)",
                        wire.id(),
                        id,
                        wire.type(),
                        body,
                        at.toEpochMilli());
            }
            connection.commit();
        }
    }

    /** No act of the API comes to these rows, and a year without a switch does not make them. */
    private static void whatTheSwitchTimeAndFailuresWrite(EmbeddedMariaDb database) throws SQLException {
        try (Connection connection = connection(database)) {
            for (String sql : OTHER_ROWS) {
                run(connection, sql);
            }
        }
    }

    private static final List<String> OTHER_ROWS = List.of(
            "INSERT INTO call_back (call_id, asked, asked_at_ms, attempts, rung_at_ms, closing, closed_at_ms)"
                    + " VALUES ('kinds-told', TRUE, 1794340860000, 1, 1794340870000, 'DONE', 1794340990000)",
            "INSERT INTO alert (id, call_id, territory, channel, subject, text, due_at_ms, tries, sent_at_ms) VALUES"
                    + " ('7d9f0b52-1111-4c5e-9c1b-0d9f0b521111', 'kinds-told', 'HDF-OISE', 'MAIL', 'Appel sans réponse',"
                    + " 'Un appel n’a joint personne.', 1794340860000, 1, 1794340861000)",
            "INSERT INTO line_check (id, territory, duty_date, physician_id, starts_at_ms, attempts, state, way, changed_at_ms)"
                    + " SELECT '7d9f0b52-2222-4c5e-9c1b-0d9f0b522222', 'HDF-OISE', '2026-11-13', MIN(id), 1794589200000, 1,"
                    + " 'CONFIRMED', 'TELEPHONE', 1794587400000 FROM physician",
            "INSERT INTO planning_alert (territory, kind, subject, sentence, raised_at, resolved_at) VALUES ('HDF-OISE',"
                    + " 'UNCOVERED_TOMORROW', '2026-11-02', 'Le 2 novembre n’est couvert par personne.', '2026-11-01 09:00:00',"
                    + " '2026-11-01 10:00:00')",
            "INSERT INTO quota_derogation (territory, physician_id, quarter, allowed_days, reason, author, recorded_at)"
                    + " SELECT 'HDF-OISE', MIN(id), '2026-Q4', 17, 'faute d’autre volontaire', 'coordination',"
                    + " '2026-11-02 09:00:00' FROM physician",
            "INSERT INTO sign_in_failure (login, address, at) VALUES ('coordination', '192.0.2.7', '2027-01-20 08:55:00')",
            "INSERT INTO sign_in_session (token_hash, account_id, started_at, last_seen_at) SELECT SHA2('une session', 256),"
                    + " MIN(id), '2027-01-20 08:00:00', '2027-01-20 08:50:00' FROM account",
            "INSERT INTO territory_change (territory, changed_on, sentence) VALUES ('HDF-OISE', '2026-03-01',"
                    + " 'Le porteur a changé de nom.')",
            "INSERT INTO territory_relief (territory, position, neighbour, when_closed) VALUES ('HDF-OISE', 0,"
                    + " 'HDF-SOMME-LITTORAL-SUD', FALSE)",
            // nothing is forgotten for its age, however long the questions take
            "REPLACE INTO job_lease (job, held_until_ms) VALUES ('retention', 4102444800000)");

    private static Connection connection(EmbeddedMariaDb database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
