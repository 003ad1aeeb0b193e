package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.appui.Whole;
import fr.appui.boot.EmbeddedMariaDb;
import fr.appui.boot.MariaDbResource;
import fr.appui.calls.SipMessage.Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes of the service behind two Asterisks, one database: whichever dies, the others go on, and one trace tells all. */
@Whole
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("two switches")
class TwoSwitchesIT {

    private static final Path FOLDER = Path.of("target", "two-switches");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int CALLS = 12;

    /** As long as an operator waits for a switch before it asks the next of the same name. */
    private static final Duration SILENCE = Duration.ofSeconds(3);

    /** In which a caller who was cut off calls again. */
    private static final Duration CUT_OFF = Duration.ofSeconds(40);

    private static final int FAILOVER_CALLS = Integer.getInteger("failover.calls", 6);
    private static final Cast CLOSED = new Cast(CALLS + FAILOVER_CALLS, false, false);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Parts PARTS = new Parts();
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Inbox INBOX = inbox();
    private static final AtomicInteger FRAMES_UNTIL_THEY_TALK = new AtomicInteger();
    private static EmbeddedMariaDb database;
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

        /** What comes of a call that may meet a switch that is dead, or dies. */
        private boolean isReachedBy(Cast cast) {
            Person nurse = carrier.person(Cast.national(cast.callerNumber()));
            Person physician =
                    carrier.person(Cast.national(cast.physicianNumber(1))).picksUpAndPresses("1");
            Leg call = nurse.rings(Cast.national(cast.line()));
            try {
                await().atMost(SILENCE).until(() -> call.state() != Leg.State.RINGING);
                await().atMost(CUT_OFF)
                        .until(() -> asterisk.heard().byCaller(nurse.number()).contains("qui-appelle"));
                call.press("2");
                await().atMost(CUT_OFF).until(() -> !physician.calls().isEmpty());
                Leg answered = physician.calls().getLast();
                await().atMost(CUT_OFF).until(() -> answered.heard(call) && call.heard(answered));
                call.hangUp();
                return true;
            } catch (ConditionTimeoutException silent) {
                return false;
            }
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
        database = PARTS.keep(MariaDbResource.startThrowAway());
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
        for (Side side : sides) {
            side.carrier().person(Wiring.TEST_NUMBER).picksUpAndPresses("1");
        }
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

    /** Forwarded by its operator, which may carry our header through, and enters by the switch that does not ring it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTelephoneForwardedToTheOtherSwitchIsRefusedThereAndTold(boolean carriesOurHeader) throws SQLException {
        Side ringing = sides.getFirst();
        Side entered = sides.getLast();
        Cast cast = cast(NEXT.getAndIncrement());
        String mobile = Cast.national(cast.physicianNumber(1));
        Person nurse = ringing.carrier().person(Cast.national(cast.callerNumber()));
        AtomicInteger refusedWith = new AtomicInteger();
        Person first = ringing.carrier()
                .person(mobile)
                .does(leg -> leg.later(Duration.ZERO, () -> {
                    Leg forwarded = entered.carrier()
                            .person(Cast.national(cast.line()))
                            .rings(
                                    Cast.national(cast.line()),
                                    carriesOurHeader
                                            ? leg.header("X-Appui-Call")
                                            : new Header("Diversion", "<sip:" + mobile + "@x>;reason=unconditional"));
                    forwarded.isOver();
                    refusedWith.set(forwarded.status());
                    leg.refuse(forwarded.status() + " As It Was");
                }));
        Person second =
                ringing.carrier().person(Cast.national(cast.physicianNumber(2))).picksUpAndPresses("1");
        Leg call = nurse.rings(Cast.national(cast.line())).isUp();
        await("she is asked who she is")
                .atMost(PATIENCE)
                .until(() -> ringing.asterisk().heard().byCaller(nurse.number()).contains("qui-appelle"));
        call.press("2");
        call.talksWith(second.isRung().isUp());
        call.hangUp();

        assertThat(refusedWith).hasValue(486);
        assertThat(first.calls()).hasSize(1);
        assertThat(entered.asterisk().heard().callersOf(Cast.national(cast.line())))
                .as("no call of its own")
                .isEmpty();
        await("the coordination is told").atMost(PATIENCE).until(() -> alerts(cast.territory()) > 0);
        if (carriesOurHeader) {
            String id = ringing.asterisk().heard().callOf(nurse.number()).orElseThrow();
            await("the trace tells why")
                    .atMost(PATIENCE)
                    .until(() -> keysOf(id, nodes.getFirst()).contains("degraded:looped-by-another-switch"));
        }
    }

    /** A proxy that forks to both at once, where it was to try one after the other; a SAMU, whose calls ring without a menu. */
    @Test
    void whoIsAnsweredByBothSwitchesDropsOneWhichRingsNobody() {
        Side kept = sides.getFirst();
        Side dropped = sides.getLast();
        Cast cast = cast(NEXT.getAndIncrement());
        String mobile = Cast.national(cast.physicianNumber(1));
        Person rung = kept.carrier().person(mobile).picksUpAndPresses("1");
        Person notRung = dropped.carrier().person(mobile).picksUpAndPresses("1");
        Person regulator = kept.samu().person(Cast.national(cast.callerNumber()));
        Leg call = regulator.rings(Cast.national(cast.line()));
        Leg.Path other = call.byAnotherSwitch(dropped.asterisk().sip());
        call.isUp().talksWith(rung.isRung().isUp());
        assertThat(other.status()).isEqualTo(200);
        call.hangUp();

        ServiceProcess node = nodes.getLast();
        List<String> told = await("both are told")
                .atMost(PATIENCE)
                .until(
                        () -> callsOf(cast, node),
                        calls -> calls.size() == 2 && calls.stream().noneMatch(String::isEmpty));
        assertThat(told)
                .containsExactlyInAnyOrder("répondu par un médecin, 1 rung", "abandonné par l’appelant, 0 rung");
        assertThat(notRung.wasRung()).isFalse();
    }

    /** What is told of each call of the line: nothing of one that is not over. */
    private static List<String> callsOf(Cast cast, ServiceProcess node) throws IOException {
        JsonNode calls =
                read(node.get("/api/calls?territory=" + cast.territory())).get("items");
        return StreamSupport.stream(calls.spliterator(), false)
                .map(call -> call.hasNonNull("endedAt")
                        ? call.get("endingLabel").asText() + ", "
                                + keysOf(call.get("id").asText(), node).stream()
                                        .filter(key -> key.startsWith("attempt-started"))
                                        .count()
                                + " rung"
                        : "")
                .toList();
    }

    private static int alerts(String territory) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.prepareStatement("SELECT COUNT(*) FROM alert WHERE territory = ?")) {
            statement.setString(1, territory);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static Inbox inbox() {
        try {
            return PARTS.keep(new Inbox());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** An operator that knows both by one name, from DNS SRV or a list, asks the second where the first is silent. */
    @Test
    @Whole
    void anOperatorThatKnowsBothReachesAPhysicianWhicheverDies() throws Exception {
        Side dying = sides.getFirst();
        List<Future<Reached>> calls = new ArrayList<>();
        long killed = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int call = 0; call < FAILOVER_CALLS; call++) {
                if (call == FAILOVER_CALLS / 2) {
                    killed = System.nanoTime();
                    dying.asterisk().kill();
                }
                calls.add(threads.submit(TwoSwitchesIT::triesUntilReached));
                Thread.sleep(Duration.ofMillis(400));
            }
        }
        dying.asterisk().restart();
        nodes.forEach(ServiceProcess::isWellAgain);

        List<Reached> reached = calls.stream().map(Future::resultNow).toList();
        long dead = killed;
        long next = reached.stream()
                .filter(call -> call.asked() >= dead && call.tries() > 1)
                .mapToLong(call -> call.talking() - dead)
                .min()
                .orElseThrow();
        String figures =
                "%d calls, four at once, the first of two switches killed in the middle: %d reached a physician by it, %d by the second when it was silent or had cut them off, %d not at all; %d ms from its end to the next conversation (%d of them the operator's patience)%n"
                        .formatted(
                                FAILOVER_CALLS,
                                reached.stream()
                                        .filter(call -> call.tries() == 1)
                                        .count(),
                                reached.stream()
                                        .filter(call -> call.tries() > 1)
                                        .count(),
                                reached.stream()
                                        .filter(call -> call.tries() == 0)
                                        .count(),
                                next / 1_000_000,
                                SILENCE.toMillis());
        Files.writeString(FOLDER.resolve("failover.md"), figures);
        System.out.print(figures);
        assertThat(reached).as("0 is a caller who reached nobody").noneMatch(call -> call.tries() == 0);
    }

    /** @param tries the number of the try that reached a physician; 0 when none did */
    private record Reached(long asked, int tries, long talking) {}

    private static Reached triesUntilReached() {
        long asked = System.nanoTime();
        Cast cast = cast(NEXT.getAndIncrement());
        for (int tries = 1; tries <= sides.size(); tries++) {
            if (sides.get(tries - 1).isReachedBy(cast)) {
                return new Reached(asked, tries, System.nanoTime());
            }
        }
        return new Reached(asked, 0, System.nanoTime());
    }

    @Test
    @Whole
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

    /** Nobody asks for it: a line that is closed is tried day after day, by one of the nodes, through whichever switch begins calls. */
    @Test
    void aClosedLineIsTriedByOneNodeAloneAndWhatCameOfItIsTold() throws IOException {
        String trials = "/api/territories/" + CLOSED.territory() + "/trial-calls";
        for (ServiceProcess node : nodes) {
            JsonNode latest = await("the line was tried")
                    .atMost(PATIENCE)
                    .until(
                            () -> read(node.get(trials)),
                            made -> made.path(0).path("state").asText().equals("CONFIRMED"));
            assertThat(latest).hasSize(1);
            assertThat(latest.get(0).get("scheduled").asBoolean()).isTrue();
            assertThat(read(node.get("/api/calls?territory=" + CLOSED.territory()))
                            .toString())
                    .contains("TRIAL");
            assertThat(node.well()).doesNotContain(CLOSED.territory());
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
        settings.put("appui.outreach.alerts.every", "1s");
        settings.putAll(INBOX.settings());
        settings.put("appui.outreach.trial.number", Wiring.TEST_NUMBER);
        settings.put("appui.outreach.trial.every", "3s");
        return settings;
    }

    private static void seed(EmbeddedMariaDb database) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            connection.setAutoCommit(false);
            Seeds seeds = new Seeds(connection);
            for (int number = 0; number < CALLS + FAILOVER_CALLS; number++) {
                seeds.territory(cast(number));
            }
            seeds.territory(CLOSED);
            connection.commit();
        }
        String last = Cast.national(cast(CALLS + FAILOVER_CALLS - 1).line());
        sides.forEach(side -> side.asterisk()
                .says("database show appui/dialled", "it holds the ladders", held -> held.contains(last), PATIENCE));
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
