package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.appui.Whole;
import fr.appui.boot.EmbeddedMariaDb;
import fr.appui.boot.MariaDbResource;
import fr.appui.versions.KeptVersion;
import fr.appui.versions.Pom;
import fr.appui.versions.Version;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A node of the version before and one of this version share a database while calls come in, the night of an upgrade: this one
 * migrates under a conversation, each leads on the calls that the other began, and taken away again it leaves the old one at work. The
 * switches are configured as the version before did, since they come last; one asks the old node first, the other the new one.
 */
@Whole
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("two switches")
class TwoVersionsIT {

    private static final Path FOLDER = Path.of("target", "two-versions");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int CALLS = 8;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PAGES = List.of(
            "/",
            "/appels",
            "/annuaire",
            "/annuaire/ESSAI-0",
            "/planning/ESSAI-0",
            "/planning/ESSAI-0/2026-Q1",
            "/regulation",
            "/forfaits",
            "/difficultes",
            "/confidentialite",
            "/indicateurs",
            "/bilans",
            "/comptes",
            "/journal");

    private static final Parts PARTS = new Parts();
    private static final List<String> calls = new ArrayList<>();
    private static EmbeddedMariaDb database;
    private static Side asksTheOldFirst;
    private static Side asksTheNewFirst;
    private static ServiceProcess old;
    private static ServiceProcess young;

    /** A switch and the network that rings it. */
    private record Side(SwitchProcess asterisk, Network carrier, Network samu) {

        static Side begin(String name, Path configuration) throws IOException {
            var asterisk =
                    PARTS.keep(new SwitchProcess(name, SwitchProcess.silence(FOLDER)).configuredBy(configuration));
            return new Side(
                    asterisk,
                    PARTS.keep(new Network(new InetSocketAddress("127.0.0.2", 0), asterisk.sip())),
                    PARTS.keep(new Network(new InetSocketAddress("127.0.0.4", 0), asterisk.sip())));
        }

        /** A nurse's call to a line of its own, until the first physician's telephone rings. */
        Call rings() {
            return new Call(this, new Cast(calls.size(), true, false));
        }
    }

    /** One call under way; its physicians are asked one after the other. */
    private static final class Call {

        private final Person first;
        private final Person second;
        private final Leg nurse;
        private final String id;

        Call(Side side, Cast cast) {
            Person caller = side.carrier().person(Cast.national(cast.callerNumber()));
            first = side.carrier()
                    .person(Cast.national(cast.physicianNumber(1)))
                    .letsItRing();
            second = side.carrier()
                    .person(Cast.national(cast.physicianNumber(2)))
                    .picksUpAndPresses("1");
            nurse = caller.rings(Cast.national(cast.line())).isUp();
            await("she is asked who she is")
                    .atMost(PATIENCE)
                    .until(() ->
                            side.asterisk().heard().byCaller(caller.number()).contains("qui-appelle"));
            nurse.press("2");
            first.isRung();
            id = side.asterisk().heard().callOf(caller.number()).orElseThrow();
            calls.add(id);
        }

        /** The first physician lets it ring; the second presses 1. */
        Call reachesTheSecond() {
            nurse.talksWith(second.isRung().isUp());
            return this;
        }

        String isOver() {
            nurse.hangUp();
            return id;
        }
    }

    @BeforeAll
    static void begin() throws IOException, SQLException {
        Files.createDirectories(FOLDER);
        calls.clear(); // of a first try, whose database is gone
        Path before = buildTheVersionBefore();
        database = PARTS.keep(MariaDbResource.startThrowAway());
        asksTheOldFirst = Side.begin("lab-old", before.resolve("asterisk-config"));
        asksTheNewFirst = Side.begin("lab-new", before.resolve("asterisk-config"));
        Duration shift = Seeds.shiftToTheEvening();
        int portOfTheOld = Ports.tcp();
        int portOfTheNew = Ports.tcp();
        begin(asksTheOldFirst, shift, portOfTheOld, portOfTheNew);
        begin(asksTheNewFirst, shift, portOfTheNew, portOfTheOld);
        old = node("old", portOfTheOld, shift).of(before.resolve("quarkus-app"));
        young = node("new", portOfTheNew, shift);
        old.start();
        seed();
    }

    @AfterAll
    static void end() {
        PARTS.close();
    }

    @Test
    void theNightOfAnUpgradeLosesNothing() throws IOException, SQLException {
        Call underTheMigration = asksTheOldFirst.rings().reachesTheSecond();
        takesCalls(young);
        assertThat(Files.readString(log("new"))).contains("Appui " + Pom.version() + ": database at V");
        isWhole(underTheMigration.isOver(), old, young);

        String byTheOld = asksTheOldFirst.rings().reachesTheSecond().isOver();
        String byTheNew = asksTheNewFirst.rings().reachesTheSecond().isOver();
        isWhole(byTheOld, old, young);
        isWhole(byTheNew, old, young);
        eachReadsWhatTheOtherWrote(byTheOld, old, young);
        eachReadsWhatTheOtherWrote(byTheNew, young, old);
        showsItsPages(old);
        showsItsPages(young);

        Call begunByTheOld = asksTheOldFirst.rings();
        old.kill();
        isWhole(begunByTheOld.reachesTheSecond().isOver(), young);
        old.start(); // on tables that the new one migrated

        Call begunByTheNew = asksTheNewFirst.rings();
        young.kill();
        isWhole(begunByTheNew.reachesTheSecond().isOver(), old);
        isWhole(asksTheNewFirst.rings().reachesTheSecond().isOver(), old);
        showsItsPages(old);

        takesCalls(young);
        for (String call : calls) {
            isWhole(call, old, young);
        }
        everyEventIsToldOnce();
    }

    /** @return what it was built to; without the history of the sources nothing can be tried here */
    private static Path buildTheVersionBefore() throws IOException {
        KeptVersion before = KeptVersion.before(Version.parse(Pom.version()));
        Process build = new ProcessBuilder(
                        Path.of("deploy", "version-build").toAbsolutePath().toString(), before.commit())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        build.getOutputStream().close();
        String folder = new String(build.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        int status = build.onExit().join().exitValue();
        if (status == 3) {
            String why = "NOT TRIED: these sources came without their history, so that version " + before.version()
                    + " (commit " + before.commit() + ") cannot be built to run beside this one";
            System.err.println(why);
            abort(why);
        }
        assertThat(status).as("deploy/version-build " + before.commit()).isZero();
        return Path.of(folder.strip());
    }

    private static void begin(Side side, Duration shift, int first, int second) throws IOException {
        side.asterisk().start(Wiring.site(List.of(first, second), shift, side.carrier(), side.samu()), List.of());
    }

    private static ServiceProcess node(String name, int fastAgi, Duration shift) throws IOException {
        Map<String, String> settings = Wiring.link(asksTheOldFirst.asterisk());
        settings.putAll(Wiring.link(asksTheNewFirst.asterisk()));
        settings.putAll(Wiring.database(database));
        String home = "home-" + name + "-" + ProcessHandle.current().pid();
        settings.putAll(Wiring.node(fastAgi, FOLDER.resolve(home).toString()));
        settings.putAll(Wiring.rebuiltSoon());
        settings.put("appui.rota.refresh", "2s");
        Files.deleteIfExists(log(name));
        return PARTS.keep(new ServiceProcess(settings, shift, log(name)).startingQuickly());
    }

    private static Path log(String name) {
        return FOLDER.resolve("service-" + name + ".log");
    }

    private static void seed() throws SQLException {
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            Seeds seeds = new Seeds(connection);
            for (int number = 0; number < CALLS; number++) {
                seeds.territory(new Cast(number, true, false));
            }
            connection.commit();
        }
        String last = Cast.national(new Cast(CALLS - 1, true, false).line());
        List.of(asksTheOldFirst, asksTheNewFirst)
                .forEach(side -> side.asterisk()
                        .says(
                                "database show appui/dialled",
                                "it holds the ladders",
                                held -> held.contains(last),
                                PATIENCE));
    }

    /** Its ladder waits for the switch's new configuration: until then the old one's stays, and it is not wholly well. */
    private static void takesCalls(ServiceProcess node) throws IOException {
        node.launch();
        await("the node takes calls").atMost(PATIENCE).until(node::isReady);
    }

    private static void showsItsPages(ServiceProcess node) {
        for (String page : PAGES) {
            HttpResponse<String> shown = node.get(page);
            assertThat(shown.statusCode()).as(page).isEqualTo(200);
            assertThat(shown.body()).as(page).contains("</html>");
        }
        assertThat(node.get("/appels/" + calls.getFirst()).body()).contains("Territoire 0");
    }

    /** The outcome of a call, logged on one node and corrected on the other. */
    private static void eachReadsWhatTheOtherWrote(String call, ServiceProcess one, ServiceProcess other) {
        String address = "/api/calls/" + call + "/outcome";
        String outcome = "{\"status\": \"FINAL\", \"callerProfile\": \"EHPAD_NIGHT_NURSE\", \"motives\": [\"PAIN\"],"
                + " \"orientations\": [\"STAY_WITH_ADVICE\"], \"conditions\": {\"adult\": \"YES\", \"atHome\": \"YES\","
                + " \"knownToTeam\": \"YES\", \"evaluated\": \"YES\"}, \"placeOfCare\": \"EHPAD\", \"durationSeconds\": 300}";
        assertThat(one.put(address, outcome).statusCode()).isEqualTo(200);
        assertThat(other.get(address).body()).contains("\"PAIN\"");
        assertThat(other.put(address, outcome.replace("PAIN", "SEDATION")).statusCode())
                .isEqualTo(200);
        assertThat(one.get(address).body()).contains("\"SEDATION\"");
    }

    private static void isWhole(String call, ServiceProcess... nodes) {
        for (ServiceProcess node : nodes) {
            await("the trace of " + call + " is whole at " + node.address())
                    .atMost(PATIENCE)
                    .untilAsserted(() -> {
                        JsonNode detail = detail(call, node);
                        assertThat(detail.path("ending").asText()).isEqualTo("ANSWERED");
                        assertThat(detail.path("rebuilt").asBoolean()).isFalse();
                        assertThat(keys(detail))
                                .contains("attempt-ended:1", "attempt-started:2", "attempt-ended:2", "ended")
                                .anyMatch(key -> key.startsWith("bridged:"))
                                .anyMatch(key -> key.startsWith("unbridged:"))
                                .doesNotHaveDuplicates();
                        assertThat(StreamSupport.stream(detail.path("attempts").spliterator(), false)
                                        .map(attempt -> attempt.path("number").asInt() + " "
                                                + attempt.path("result").asText()))
                                .as(() -> "attempts of " + detail)
                                .containsExactly("1 NO_ANSWER", "2 ACCEPTED");
                    });
        }
    }

    private static List<String> keys(JsonNode detail) {
        return StreamSupport.stream(detail.path("events").spliterator(), false)
                .map(event -> event.path("key").asText())
                .toList();
    }

    private static JsonNode detail(String call, ServiceProcess node) throws IOException {
        return JSON.readTree(node.get("/api/calls/" + call).body());
    }

    /**
     * Whichever node relayed it, the indicators, which both versions have, had each event of each call, and each sheet that the
     * new one was told of, once; and each call is counted once.
     */
    private static void everyEventIsToldOnce() throws SQLException {
        await("nothing waits to be told").atMost(PATIENCE).until(() -> count("outbox WHERE sent_at_ms IS NULL") == 0);
        assertThat(count("outbox WHERE type NOT LIKE 'fr.appui.call.outcome-logged.%'"))
                .isEqualTo(count("call_event"));
        assertThat(count("outbox WHERE parked_at_ms IS NOT NULL")).isZero();
        assertThat(count("parked_event")).isZero();
        assertThat(count("consumed_event WHERE consumer = 'indicators'")).isEqualTo(count("outbox"));
        assertThat(texts("SELECT call_id FROM counted_call WHERE ending = 'ANSWERED' AND attempts = 2"))
                .containsExactlyInAnyOrderElementsOf(calls);
        assertThat(texts("SELECT DISTINCT IFNULL(JSON_VALUE(body, '$.appuiversion'), 'none') FROM outbox"))
                .contains(Pom.version());
    }

    private static long count(String from) throws SQLException {
        return Long.parseLong(texts("SELECT COUNT(*) FROM " + from).getFirst());
    }

    private static List<String> texts(String sql) throws SQLException {
        try (Connection connection = connection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
