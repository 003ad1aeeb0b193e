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
        Values.write(release, kept.folder().resolve("values"));
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
            write(database, OTHER_ROWS);
            try (ServiceProcess service = service(release, database, JANUARY, false)) {
                service.start();
                new LivedInYear(service).january();
                allIsTold(database);
                Answers.write(Answers.of(service), kept.answers());
            }
            // not of the year whose figures were answered: it is counted when it is told
            tellsEveryKind(database, "kinds-waiting", Instant.parse("2027-01-19T20:00:00Z"));
            write(database, WHAT_A_ROUND_TAKES_AWAY);
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

    private static void write(EmbeddedMariaDb database, List<String> rows) throws SQLException {
        try (Connection connection = connection(database)) {
            for (String sql : rows) {
                run(connection, sql);
            }
        }
    }

    /** No act of the API comes to these rows, and a year without a switch does not make them. */
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
            "INSERT INTO planning_rule_alert (territory, kind, subject, sentence, raised_at, resolved_at) VALUES ('HDF-OISE',"
                    + " 'UNAVAILABLE', '2026-11-02', 'Le médecin du 2 novembre est indisponible.', '2026-11-01 09:00:00',"
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
            // nobody writes a year by a browser, an authenticator or a device
            "INSERT INTO known_browser (token_hash, account_id, seen_at) SELECT SHA2('un navigateur', 256), MIN(id),"
                    + " '2027-01-19 08:00:00' FROM account",
            "INSERT INTO passkey (id, account_id, name, credential, sign_count, created_at) SELECT SHA2('une clé', 256), MIN(id),"
                    + " 'Téléphone', '{}', 3, '2026-12-01 08:00:00' FROM account",
            "INSERT INTO second_factor (account_id, secret, confirmed_at, last_step) SELECT MAX(id), 'vingt octets en tout',"
                    + " '2026-12-01 08:00:00', 59000000 FROM account",
            "INSERT INTO sign_in_challenge_used (hash, expires_at) VALUES (SHA2('un défi', 256), '2027-12-31 00:00:00')",
            "INSERT INTO sign_in_pending (token_hash, account_id, started_at) SELECT SHA2('une attente', 256), MIN(id),"
                    + " '2027-01-20 08:58:00' FROM account",
            "INSERT INTO push_device (id, account_id, session_hash, name, endpoint_hash, endpoint, device_key, secret, since, seen_at)"
                    + " SELECT '7d9f0b52-3333-4c5e-9c1b-0d9f0b523333', MIN(id), SHA2('une session', 256), 'Téléphone',"
                    + " SHA2('une adresse', 256), 'https://push.exemple.invalid/une', 'cle', 'secret', '2026-12-01 08:00:00',"
                    + " '2027-01-19 08:00:00' FROM account",
            "INSERT INTO notice_on_device (id, notice_id, device_id, device_name, queued_at, next_attempt_at, attempts, accepted_at)"
                    + " SELECT '7d9f0b52-4444-4c5e-9c1b-0d9f0b524444', MIN(id), '7d9f0b52-3333-4c5e-9c1b-0d9f0b523333', 'Téléphone',"
                    + " '2026-12-01 08:00:00', '2026-12-01 08:00:00', 1, '2026-12-01 08:00:01' FROM notice",
            "INSERT INTO line_recording (territory, prompt, sound, sha256, changed_at, changed_by) VALUES ('HDF-SOMME-LITTORAL-SUD',"
                    + " 'perimetre', 'un son', SHA2('un son', 256), '2026-12-01 08:00:00', 'coordination')",
            "INSERT INTO agreement_signed (agreement_id, pdf, sha256, kept_by, kept_at_ms) SELECT MIN(id), '%PDF-1.7', SHA2('%PDF-1.7',"
                    + " 256), 'coordination', 1794340860000 FROM agreement",
            "INSERT INTO physician_volunteering (physician_id, position, territory, basis, applied_on, declared_on) SELECT MIN(id), 0,"
                    + " 'HDF-OISE', 'DECLARATION', '2024-01-01', '2024-01-15' FROM physician ON DUPLICATE KEY UPDATE position = 0",
            "INSERT INTO trial_call (id, territory, begun_at_ms, begun_by, scheduled, state, ended_at_ms) VALUES"
                    + " ('7d9f0b52-5555-4c5e-9c1b-0d9f0b525555', 'HDF-OISE', 1794340860000, 'coordination', FALSE, 'CONFIRMED', 1794340870000)",
            "INSERT INTO survey_link (token_hash, territory, asked_on, last_day, useful, in_time) VALUES (SHA2('un lien', 256),"
                    + " 'HDF-OISE', '2026-12-01', '2026-12-31', 'YES', 'YES')",
            "INSERT INTO line_joining (territory, joined_into, first_day, agreed_on, reference) VALUES ('HDF-SOMME-LITTORAL-SUD',"
                    + " 'HDF-OISE', '2029-01-01', '2026-12-01', 'ARS 2026-12')",
            // nothing is forgotten for its age, however long the questions take
            "REPLACE INTO job_lease (job, held_until_ms) VALUES ('retention', 4102444800000)");

    /** Of a link that is open, and of a sheet that is awaited: once no round comes any more. */
    private static final List<String> WHAT_A_ROUND_TAKES_AWAY = List.of(
            "REPLACE INTO account_invitation (token_hash, account_id, sent_at, expires_at) SELECT SHA2('une invitation', 256),"
                    + " MIN(id), '2027-01-20 08:00:00', '2027-01-27 08:00:00' FROM account",
            "REPLACE INTO outcome_reminder (call_id, stage, sent_at_ms) VALUES ('kinds-told', 'AFTER_CALL', 1794340860000)");

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
