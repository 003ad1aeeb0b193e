package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.appui.boot.EmbeddedMariaDb;
import fr.appui.boot.MariaDbResource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two nodes of the service behind two Asterisks, one database: whichever dies, the others go on, and one trace tells all. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("two switches")
class TwoSwitchesIT {

    private static final Path FOLDER = Path.of("target", "two-switches");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int CALLS = 9;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Parts PARTS = new Parts();
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final AtomicInteger FRAMES_UNTIL_THEY_TALK = new AtomicInteger();
    private static List<Side> sides;
    private static List<ServiceProcess> nodes;

    /** A switch and the network that rings it. */
    private record Side(SwitchProcess asterisk, Network carrier, Network samu) {

        static Side begin(String name, String sounds) throws IOException {
            var asterisk = PARTS.keep(new SwitchProcess(name, sounds));
            return new Side(
                    asterisk,
                    PARTS.keep(new Network(new InetSocketAddress("127.0.0.2", 0), asterisk.sip())),
                    PARTS.keep(new Network(new InetSocketAddress("127.0.0.4", 0), asterisk.sip())));
        }

        /** A nurse's call to a line of its own, until she talks with the physician. @return the id of the call */
        String callReachesThePhysician() {
            Cast cast = cast(NEXT.getAndIncrement());
            Person nurse = carrier.person(Cast.national(cast.callerNumber()));
            Person physician =
                    carrier.person(Cast.national(cast.physicianNumber(1))).picksUpAndPresses("1");
            Leg call = nurse.rings(Cast.national(cast.line())).isUp();
            await("she is asked who she is")
                    .atMost(PATIENCE)
                    .until(() -> asterisk.heard().byCaller(nurse.number()).contains("qui-appelle"));
            int before = call.framesHeard();
            call.press("2");
            call.talksWith(physician.isRung().isUp());
            FRAMES_UNTIL_THEY_TALK.set(call.framesHeard() - before);
            call.hangUp();
            return asterisk.heard().callOf(nurse.number()).orElseThrow();
        }
    }

    @BeforeAll
    static void begin() throws IOException, SQLException {
        Files.createDirectories(FOLDER);
        EmbeddedMariaDb database = PARTS.keep(MariaDbResource.startThrowAway());
        // callers of the second hear the recordings as they are
        sides = List.of(Side.begin("lab-a", SwitchProcess.silence(FOLDER)), Side.begin("lab-b", SwitchProcess.SOUNDS));
        Duration shift = Seeds.shiftToTheEvening();
        List<Integer> ports = List.of(Ports.tcp(), Ports.tcp());
        for (Side side : sides) {
            side.asterisk().start(Wiring.site(ports, shift, side.carrier(), side.samu()), List.of());
        }
        nodes = IntStream.range(0, ports.size())
                .mapToObj(number -> PARTS.keep(new ServiceProcess(
                                settings(number, ports.get(number), database),
                                shift,
                                FOLDER.resolve("service-" + number + ".log"))
                        .startingQuickly()))
                .toList();
        for (ServiceProcess node : nodes) {
            node.start();
        }
        seed(database);
    }

    @AfterAll
    static void end() {
        PARTS.close();
    }

    @Test
    void eachSwitchReachesThePhysicianAndOneTraceTellsBoth() {
        for (Side side : sides) {
            String call = side.callReachesThePhysician();
            for (ServiceProcess node : nodes) {
                isWhole(call, node);
                assertThat(detail(call, node).get("rebuilt").asBoolean()).isFalse();
            }
        }
    }

    @Test
    void aTelephoneRingsWhileTheRecordingsPlayAndWhoeverAcceptsCutsThem() throws IOException {
        Side speaking = sides.getLast();
        speaking.callReachesThePhysician();
        assertThat(FRAMES_UNTIL_THEY_TALK.get())
                .as("the physician is on the line before the twelve seconds of recordings are over")
                .isLessThan(speaking.asterisk().framesOf("rappel-perimetre", "veuillez-patienter"));
    }

    @Test
    void aSwitchThatDiesLeavesTheOtherAndIsFollowedAgainWhenItIsBack() {
        Side dying = sides.getFirst();
        dying.asterisk().kill();
        String meanwhile = sides.getLast().callReachesThePhysician();
        dying.asterisk().restart();
        nodes.forEach(ServiceProcess::isWellAgain);
        String afterwards = dying.callReachesThePhysician();
        isWhole(meanwhile, nodes.getFirst());
        isWhole(afterwards, nodes.getFirst());
    }

    @Test
    void aNodeThatDiesLeavesBothSwitchesToTheOther() throws IOException {
        nodes.getFirst().kill();
        List<String> calls = sides.stream().map(Side::callReachesThePhysician).toList();
        calls.forEach(
                call -> assertThat(detail(call, nodes.getLast()).get("rebuilt").asBoolean())
                        .isFalse());
        nodes.getFirst().start();
    }

    @Test
    void withoutAnyNodeEachSwitchHasItsLadderAndBothAreRebuiltOnce() throws IOException {
        nodes.forEach(ServiceProcess::kill);
        List<String> calls = sides.stream().map(Side::callReachesThePhysician).toList();
        for (ServiceProcess node : nodes) {
            node.launch();
        }
        nodes.forEach(ServiceProcess::isWellAgain);
        for (String call : calls) {
            assertThat(detail(call, nodes.getLast()).get("rebuilt").asBoolean()).isTrue();
            isWhole(call, nodes.getLast());
        }
    }

    private static Cast cast(int number) {
        return new Cast(number, true, false);
    }

    private static Map<String, String> settings(int number, int fastAgi, EmbeddedMariaDb database) {
        Map<String, String> settings = Wiring.link(sides.getFirst().asterisk());
        settings.putAll(Wiring.link(sides.getLast().asterisk()));
        settings.putAll(Wiring.database(database));
        String home = "home-" + number + "-" + ProcessHandle.current().pid();
        settings.putAll(Wiring.node(fastAgi, FOLDER.resolve(home).toString()));
        settings.putAll(Wiring.rebuiltSoon());
        settings.put("appui.rota.refresh", "2s");
        return settings;
    }

    private static void seed(EmbeddedMariaDb database) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            connection.setAutoCommit(false);
            Seeds seeds = new Seeds(connection);
            for (int number = 0; number < CALLS; number++) {
                seeds.territory(cast(number));
            }
            connection.commit();
        }
        await("both switches hold the ladders")
                .atMost(PATIENCE)
                .until(() -> sides.stream()
                        .allMatch(side -> side.asterisk()
                                .cli("database show appui/dialled")
                                .contains(Cast.national(cast(CALLS - 1).line()))));
    }

    /** The switch tells of a call while the service decides it: what is told last varies. */
    private static void isWhole(String call, ServiceProcess node) {
        await("the trace of " + call + " is whole")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(keysOf(call, node))
                        .contains("received", "ladder", "attempt-started:1", "attempt-ended:1", "ended")
                        .anyMatch(key -> key.startsWith("bridged:"))
                        .anyMatch(key -> key.startsWith("unbridged:"))
                        .doesNotHaveDuplicates());
    }

    private static List<String> keysOf(String call, ServiceProcess node) {
        return StreamSupport.stream(detail(call, node).get("events").spliterator(), false)
                .map(event -> event.get("key").asText())
                .toList();
    }

    /** What a node tells of the call once it is over. */
    private static JsonNode detail(String call, ServiceProcess node) {
        return await("the trace of " + call + " has an ending")
                .atMost(PATIENCE)
                .until(() -> read(node.get("/api/calls/" + call)), detail -> detail.hasNonNull("ending"));
    }

    private static JsonNode read(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }
}
