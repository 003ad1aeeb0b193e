package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.appui.Whole;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A node that has its snapshot on disk takes calls whatever its database is, and writes only to one that it knows. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the node and its database")
class NodeAndItsDatabaseIT {

    private static final String WAITED_FOR = "la base est redemandée jusqu’à ce qu’elle réponde";
    private static final Path FOLDER = Path.of("target", "node-and-database");
    private static final String SCRAPER = "un-jeton-de-mesure";
    private static final String ACT = "/api/territories/HDF-OISE/difficulties";
    private static final String EARLY_CALL = "lille-1772737924.7";

    private static final Cast CAST = new Cast(1, true, false);
    private static final String WHO_ANSWERS = "/api/regulator/on-duty?territory=" + CAST.territory();
    private static final String WHO_ANSWERS_PAGE = "/regulation?q=" + CAST.territory();
    private static final String OLD = "Le planning n’a pas pu être relu";

    private final Parts parts = new Parts();
    private final int fastAgi = Ports.tcp();
    private final Path log = FOLDER.resolve("service.log");
    private DatabaseProcess database;
    private ServiceProcess service;

    private void aNodeThatHasRun() throws IOException {
        aNodeOn(new DatabaseProcess());
        service.start();
        assertThat(service.post(ACT, difficulty()).statusCode()).isEqualTo(201);
        service.kill();
        Files.writeString(log, "");
    }

    private void aNodeOn(DatabaseProcess its) throws IOException {
        Files.createDirectories(FOLDER);
        Files.deleteIfExists(log);
        database = parts.keep(its);
        Map<String, String> settings = new HashMap<>(
                Wiring.node(fastAgi, Files.createTempDirectory(FOLDER, "home").toString()));
        settings.putAll(Wiring.database(database.url(database.port()), "appui"));
        settings.put("appui.directory.reference", "reference/hauts-de-france.yaml");
        settings.put("appui.metrics.token", SCRAPER);
        settings.put("appui.rota.refresh", "1s");
        service = parts.keep(new ServiceProcess(settings, Seeds.shiftToTheEvening(), log).startingQuickly());
    }

    @AfterEach
    void end() {
        parts.close();
    }

    @Test
    @Whole
    void aDatabaseThatHangsIsWaitedForAtAStartAndLaterWhoAnswersIsToldWithoutIt() throws Exception {
        aNodeThatHasRun();
        database.hang();
        service.launch();
        await("a call is decided, see " + log)
                .atMost(ServiceProcess.LONGEST_START)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> Question.ofACall(EARLY_CALL, "0344110000", "0344120000", fastAgi) != null);
        assertThat(Files.readString(log))
                .doesNotContain(WAITED_FOR)
                .doesNotContain("Listening on:")
                .doesNotContain("calls are answered, from");

        await().atMost(ServiceProcess.LONGEST_START).until(service::isReady);
        assertThat(Files.readString(log)).contains(WAITED_FOR);
        assertThat(service.get("/q/health/ready").statusCode())
                .as("a probe that brings a token")
                .isEqualTo(200);
        assertThat(metricsFor(SCRAPER)).isEqualTo(200);
        assertThat(metricsFor("un autre")).isNotEqualTo(200);

        database.wakeUp();
        service.isWellAgain();
        assertThat(service.post(ACT, difficulty()).statusCode()).isEqualTo(201);
        assertThat(Files.readString(log)).contains("before the rest is started");
        await("what was decided before there was an application is stored")
                .atMost(Duration.ofMinutes(1))
                .until(() -> count("SELECT COUNT(*) FROM call_event WHERE call_id = '" + EARLY_CALL + "'") > 0);
        whoAnswersIsToldWhileItHangs();
    }

    /** From the snapshot that calls are decided from, with its age (ADR 0082). */
    private void whoAnswersIsToldWhileItHangs() throws Exception {
        try (Connection connection = database.connection()) {
            new Seeds(connection).territory(CAST);
        }
        await("somebody answers, as read since the hang of the start was over")
                .atMost(Duration.ofMinutes(2))
                .until(() -> service.get(WHO_ANSWERS).body().contains("\"OPEN\"")
                        && !whoAnswers().has("readLast"));
        ObjectNode before = whoAnswers();
        assertThat(before.path("people")).hasSize(2);
        assertThat(before.has("readLast")).isFalse();
        assertThat(service.get(WHO_ANSWERS_PAGE).body())
                .contains("Territoire 1", "Ouvert")
                .doesNotContain(OLD);

        database.hang();
        assertThat(service.get(WHO_ANSWERS_PAGE).statusCode())
                .as("the first question, before anything knows that it hangs")
                .isEqualTo(200);
        await("its age is said")
                .atMost(Duration.ofMinutes(2))
                .until(() -> whoAnswers().has("readLast"));
        ObjectNode meanwhile = whoAnswers();
        assertThat(OffsetDateTime.parse(meanwhile.path("readLast").asText()))
                .as("when it was read for the last time")
                .isBetween(
                        OffsetDateTime.parse(before.path("at").asText()).minusMinutes(1),
                        OffsetDateTime.parse(meanwhile.path("at").asText()));
        assertThat(withoutTheMoment(meanwhile)).isEqualTo(withoutTheMoment(before));
        assertThat(service.get(WHO_ANSWERS_PAGE).body()).contains("Territoire 1", "Ouvert", OLD + " depuis ");
        assertThat(service.get(ACT + "?year=2026").statusCode())
                .as("nothing else is opened by what is remembered")
                .isNotEqualTo(200);

        database.wakeUp();
        await("all is as before")
                .atMost(Duration.ofMinutes(2))
                .until(() -> !whoAnswers().has("readLast")
                        && !service.get(WHO_ANSWERS_PAGE).body().contains(OLD));
        assertThat(withoutTheMoment(whoAnswers())).isEqualTo(withoutTheMoment(before));
    }

    private ObjectNode whoAnswers() throws IOException {
        HttpResponse<String> answer = service.get(WHO_ANSWERS);
        assertThat(answer.statusCode()).isEqualTo(200);
        return (ObjectNode) new ObjectMapper().readTree(answer.body());
    }

    private static ObjectNode withoutTheMoment(ObjectNode answer) {
        return answer.deepCopy().remove(List.of("at", "readLast"));
    }

    @Test
    @Whole
    void aDatabaseWithAnotherHistoryIsNotWrittenTo() throws Exception {
        aNodeThatHasRun();
        run("UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '100'");
        isReadOnlyAndSaysSo("n’est pas celui de la version");
    }

    @Test
    @Whole
    void aDatabaseThatAMuchNewerVersionMigratedIsNotWrittenTo() throws Exception {
        aNodeThatHasRun();
        run("REPLACE INTO oldest_writer (id, version) VALUES (1, '99.0.0')");
        isReadOnlyAndSaysSo("99.0.0");
    }

    /** As every replicated database: what it lacks is said before anything is written, and one command mends it. */
    @Test
    @Whole
    void aDatabaseThatRefusesTriggersIsToldSoBeforeItsFirstTable() throws Exception {
        aNodeOn(DatabaseProcess.withBinaryLog());
        service.launch();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> Files.readString(log).contains("SET GLOBAL log_bin_trust_function_creators = 1"));
        assertThat(tables()).isZero();

        database.set("log_bin_trust_function_creators = 1");
        service.isWellAgain();
        assertThat(service.post(ACT, difficulty()).statusCode()).isEqualTo(201);
    }

    /** In words of its own: what is noted twice in the same is noted once. */
    private static String difficulty() {
        return "{\"date\": \"2026-01-05\", \"category\": \"COVERAGE\", \"text\": \"" + UUID.randomUUID() + "\"}";
    }

    private long tables() throws SQLException {
        return count("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'appui'");
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void isReadOnlyAndSaysSo(String why) throws Exception {
        service.launch();
        callsAreTaken();
        await().atMost(ServiceProcess.LONGEST_START).until(service::isReady);
        assertThat(service.get("/q/health/well").statusCode()).isEqualTo(503);
        assertThat(service.get("/q/health/well").body()).doesNotContain(why);
        assertThat(get("/q/health/well", SCRAPER, HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains(why);
        HttpResponse<String> refused = service.post(ACT, difficulty());
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("n’écrit rien").contains(why);
        assertThat(service.get(ACT + "?year=2026").statusCode()).isEqualTo(200);
    }

    /** Whatever the start takes on a busy machine: that nothing of the database was waited for before, its log tells. */
    private void callsAreTaken() {
        await("FastAGI is open, see " + log)
                .atMost(ServiceProcess.LONGEST_START)
                .until(this::fastAgiIsOpen);
    }

    private boolean fastAgiIsOpen() {
        try (Socket question = new Socket()) {
            question.connect(new InetSocketAddress("127.0.0.1", fastAgi), 500);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private int metricsFor(String token) throws IOException, InterruptedException {
        return get("/q/metrics", token, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private <T> HttpResponse<T> get(String path, String token, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(service.address() + path))
                                .header("Authorization", "Bearer " + token)
                                .timeout(Duration.ofSeconds(30))
                                .build(),
                        body);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
