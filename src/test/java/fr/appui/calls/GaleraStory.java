package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two nodes of the service write into a Galera of three whose servers are killed in turn, cut off, and killed together: {@code ./mvnw
 * verify -Pfailover}. What was answered is on each server, once, with its entry in the audit; how many were refused and for how long
 * nothing was written stands in target/galera/galera.md and is asserted by none.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GaleraStory {

    private static final Path FOLDER = Path.of("target", "galera");
    private static final Path FIGURES = FOLDER.resolve("galera.md");
    private static final String ACT = "/api/territories/HDF-OISE/difficulties";
    private static final String WRITTEN = "SELECT COUNT(*) FROM appui.difficulty WHERE territory = 'HDF-OISE'";
    private static final String RECORDED =
            "SELECT COUNT(*) FROM appui.audit_entry WHERE act LIKE 'POST /api/territories/%/difficulties'";
    private static final int SERVERS = 3;
    private static final int WRITERS = 4;
    private static final Duration ON_EITHER_SIDE = Duration.ofSeconds(Integer.getInteger("galera.seconds", 5));
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int UNANSWERED = 0;

    private static final Parts PARTS = new Parts();
    private static final List<Act> EVERY_ACT = new ArrayList<>();
    private static GaleraCluster cluster;
    private static List<Node> nodes;

    private record Node(ServiceProcess service, int fastAgi) {}

    /** @param status of the answer; {@link #UNANSWERED} when none came and whether it was written is not known */
    private record Act(long begun, long ended, int status) {

        boolean isWritten() {
            return status == 201;
        }

        boolean isRefused() {
            return !isWritten() && status != UNANSWERED;
        }
    }

    @BeforeAll
    static void begin() throws IOException {
        Files.createDirectories(FOLDER);
        cluster = PARTS.keep(new GaleraCluster(Files.createTempDirectory(FOLDER, "g")));
        nodes = List.of(node("first", cluster.url()), node("second", cluster.url()));
        for (Node node : nodes) {
            node.service().start();
        }
        Files.writeString(
                FIGURES,
                "| what happens while both nodes write | acts | written | refused | unknown | nothing written for ms | back in ms |\n"
                        + "|---|---|---|---|---|---|---|\n");
    }

    @AfterAll
    static void end() {
        PARTS.close();
    }

    @Test
    @Order(1)
    void whicheverIsKilledWhatWasAnsweredIsThereOnceAndItComesBackWithWhatItMissed() throws Exception {
        for (int server = 1; server <= SERVERS; server++) {
            int killed = server;
            whileWriting("server " + server + " killed", () -> cluster.kill(killed), () -> cluster.rejoin(killed));
            assertThat(cluster.wasSentWhatItMissed(server))
                    .as("server %d was sent what it missed alone", server)
                    .isTrue();
            allIsThere();
        }
    }

    @Test
    @Order(2)
    void oneOnANewDiskIsSentEverything() throws Exception {
        whileWriting("server 2 killed, its disk replaced", () -> cluster.kill(2), () -> cluster.rejoinWithNothing(2));
        assertThat(cluster.lastSource(2))
                .as("copied from one that nobody writes to")
                .isEqualTo("n3");
        allIsThere();
    }

    /** The nodes go over to the two that are left; one that knows no other server refuses, says so, and takes calls. */
    @Test
    @Order(3)
    void whoIsCutOffRefusesAndSaysSoWhileCallsAreTaken() throws Exception {
        Node beside = node("beside", cluster.url(1));
        beside.service().start();
        whileWriting(
                "server 1 cut off from the others",
                () -> {
                    cluster.cutOff(1);
                    await("it refuses").atMost(PATIENCE).until(() -> act(beside).isRefused());
                    assertThat(beside.service().well()).contains("DOWN");
                    assertThat(beside.service().isReady()).as("it takes calls").isTrue();
                    isDecided(beside);
                },
                () -> cluster.reconnect(1));
        beside.service().isWellAgain();
        Act afterwards = act(beside);
        assertThat(afterwards.isWritten()).isTrue();
        EVERY_ACT.add(afterwards);
        beside.service().close();
        allIsThere();
    }

    @Test
    @Order(4)
    void whenAllAreKilledCallsGoOnAndTheOneThatWroteMostBeginsAgain() throws Exception {
        whileWriting(
                "all three killed, begun again",
                () -> {
                    IntStream.rangeClosed(1, SERVERS).forEach(cluster::kill);
                    for (Node node : nodes) {
                        isDecided(node);
                    }
                },
                cluster::bootstrap);
        allIsThere();
    }

    private static void allIsThere() {
        nodes.forEach(node -> node.service().isWellAgain());
        long written = EVERY_ACT.stream().filter(Act::isWritten).count();
        long unknown = EVERY_ACT.stream().filter(act -> !act.isWritten()).count();
        for (int server = 1; server <= SERVERS; server++) {
            assertThat(cluster.count(server, WRITTEN))
                    .as("on server " + server)
                    .isBetween(written, written + unknown)
                    .isEqualTo(cluster.count(1, WRITTEN));
            assertThat(cluster.count(server, RECORDED))
                    .as("each has its entry, on server " + server)
                    .isEqualTo(cluster.count(server, WRITTEN));
        }
        assertThat(nodes.getFirst().service().get("/api/audit/verification").body())
                .contains("\"whole\":true");
    }

    private interface Deed {
        void done() throws Exception;
    }

    /** Writes before, during and after the harm, and until the mend is done and after. */
    private static void whileWriting(String what, Deed harm, Deed mend) throws Exception {
        var acts = new ConcurrentLinkedQueue<Act>();
        var over = new AtomicBoolean();
        long mending;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Node node = nodes.get(writer % nodes.size());
                writers.add(threads.submit(() -> {
                    while (!over.get()) {
                        acts.add(act(node));
                    }
                }));
            }
            try {
                Thread.sleep(ON_EITHER_SIDE);
                harm.done();
                Thread.sleep(ON_EITHER_SIDE);
                long begun = System.nanoTime();
                mend.done();
                mending = (System.nanoTime() - begun) / 1_000_000;
                int before = acts.size();
                await("writing goes on")
                        .atMost(PATIENCE)
                        .until(() -> acts.stream()
                                        .skip(before)
                                        .filter(Act::isWritten)
                                        .count()
                                > 2L * WRITERS);
            } finally {
                over.set(true);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        EVERY_ACT.addAll(acts);
        report(what, List.copyOf(acts), mending);
    }

    private static Act act(Node node) {
        long begun = System.nanoTime();
        int status;
        try {
            status = node.service()
                    .post(
                            ACT,
                            "{\"date\": \"2026-01-05\", \"category\": \"COVERAGE\", \"text\": \"" + UUID.randomUUID()
                                    + "\"}")
                    .statusCode();
        } catch (UncheckedIOException none) {
            status = UNANSWERED;
        }
        return new Act(begun, System.nanoTime(), status);
    }

    /** A call is decided, by what is in memory. */
    private static void isDecided(Node node) throws IOException {
        assertThat(Question.ofACall("lille-1772737924.1", "0344110000", "0344120000", node.fastAgi()))
                .startsWith("SET VARIABLE \"APPUI_ANSWER\"");
    }

    private static Node node(String name, String url) throws IOException {
        int fastAgi = Ports.tcp();
        Map<String, String> settings = new HashMap<>(
                Wiring.node(fastAgi, Files.createTempDirectory(FOLDER, "home").toString()));
        settings.putAll(Wiring.database(url, "appui"));
        settings.put("appui.directory.reference", "reference/hauts-de-france.yaml");
        Path log = FOLDER.resolve("service-" + name + ".log");
        Files.deleteIfExists(log);
        return new Node(PARTS.keep(new ServiceProcess(settings, Duration.ZERO, log).startingQuickly()), fastAgi);
    }

    private static void report(String what, List<Act> acts, long mending) throws IOException {
        long[] written = acts.stream()
                .filter(Act::isWritten)
                .sorted(Comparator.comparingLong(Act::ended))
                .mapToLong(Act::ended)
                .toArray();
        long nothing = IntStream.range(1, written.length)
                .mapToLong(act -> (written[act] - written[act - 1]) / 1_000_000)
                .max()
                .orElseThrow();
        String row = "| %s | %d | %d | %d | %d | %d | %d |%n"
                .formatted(
                        what,
                        acts.size(),
                        written.length,
                        acts.stream().filter(Act::isRefused).count(),
                        acts.stream().filter(act -> act.status() == UNANSWERED).count(),
                        nothing,
                        mending);
        Files.writeString(FIGURES, row, StandardOpenOption.APPEND);
        System.out.print(row);
    }
}
