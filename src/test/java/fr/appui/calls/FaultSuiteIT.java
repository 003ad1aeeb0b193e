package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.appui.AtLength;
import fr.appui.Whole;
import fr.appui.calls.FaultCaller.Dial;
import fr.appui.calls.FaultCaller.Fate;
import fr.appui.calls.FaultPlan.Call;
import fr.appui.calls.FaultPlan.Harm;
import fr.appui.calls.FaultPlan.Script;
import fr.appui.calls.FaultStage.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Whatever breaks, the call goes through and the trace is whole: a night of calls on real parts of which any may be killed,
 * hung, cut off, slow or wrong at any moment. The ordinary build plays a short night; {@code -Pfaults} a thousand calls.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the night of faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultSuiteIT {

    private static final long SEED = Long.getLong("faults.seed", 20260329);
    private static final int CALLS = Integer.getInteger("faults.calls", AtLength.of(40, 100));

    private FaultStage stage;

    @BeforeAll
    void start() throws IOException, SQLException {
        stage = new FaultStage();
    }

    @AfterAll
    void end() throws IOException {
        Files.copy(stage.cel(), FaultStage.FOLDER.resolve("cel.csv"), StandardCopyOption.REPLACE_EXISTING);
        stage.close();
    }

    @Test
    @Whole
    @Order(1)
    void aNodeKilledInMidLoadLosesNothing() throws Exception {
        List<Call> calls = IntStream.range(0, FaultStage.LINES)
                .mapToObj(line -> new Call(line, Script.FIRST_ACCEPTS, Duration.ofSeconds(3), true))
                .toList();
        Harm killed = new Harm(
                Fault.SERVICE_KILLED, FaultStage.LINES - 1, Duration.ofMillis(1_500), Duration.ofSeconds(4), 0);
        Harmer harmer = new Harmer(stage);
        List<Dial> dials = play(new FaultPlan(calls, List.of(killed)), harmer);
        harmer.close();
        stage.nodes.forEach(node -> node.service().isWellAgain());

        assertThat(dials).extracting(Dial::fate).containsOnly(Fate.PHYSICIAN);
        assertThat(new Reckoning(stage, dials).findings()).isEmpty();
        assertThat(harmer.troubles()).isEmpty();
    }

    @Test
    @Whole
    @Order(2)
    void aStartWithoutDatabaseTakesCallsFromTheLastSnapshot() throws Exception {
        stage.database.kill();
        for (Node node : stage.nodes) {
            node.service().kill();
            node.service().launch();
        }
        await("both nodes answer without a database")
                .atMost(Duration.ofMinutes(3))
                .until(() -> stage.nodes.stream()
                        .allMatch(node ->
                                node.service().isAlive() && node.service().isReady()));
        List<Call> calls = IntStream.range(0, 4)
                .mapToObj(line -> new Call(line, Script.FIRST_ACCEPTS, Duration.ofSeconds(1), true))
                .toList();
        Harmer nothing = new Harmer(stage);
        List<Dial> dials = play(new FaultPlan(calls, List.of()), nothing);
        stage.database.start();
        stage.nodes.forEach(node -> node.service().isWellAgain());
        Reckoning reckoning = new Reckoning(stage, dials);

        assertThat(dials).extracting(Dial::fate).containsOnly(Fate.PHYSICIAN);
        assertThat(reckoning.findings()).isEmpty();
        assertThat(dials)
                .allSatisfy(dial -> assertThat(reckoning.keysOf(dial))
                        .as("decided by the service, not by the dialplan alone")
                        .doesNotContain("degraded:service-unavailable"));
    }

    @Test
    @Order(3)
    void whateverBreaksTheCallGoesThroughAndTheTraceIsWhole() throws Exception {
        long begun = System.nanoTime();
        Harmer harmer = new Harmer(stage);
        List<Dial> dials = play(FaultPlan.of(SEED, CALLS), harmer);
        harmer.close();
        stage.nodes.forEach(node -> node.service().isWellAgain());
        long played = System.nanoTime();
        Reckoning reckoning = new Reckoning(stage, dials);
        List<String> findings = new ArrayList<>(reckoning.findings());
        findings.addAll(harmer.troubles());
        String figures = figures(reckoning, dials, harmer.done())
                + "%n%d s de nuit, puis %d s jusqu’à ce que tout soit raconté. Graine %d.%n"
                        .formatted(
                                (played - begun) / 1_000_000_000L, (System.nanoTime() - played) / 1_000_000_000L, SEED);
        System.out.println(figures);
        Files.writeString(FaultStage.FOLDER.resolve("figures.md"), figures);
        Files.write(FaultStage.FOLDER.resolve("findings.txt"), findings);
        assertThat(findings).isEmpty();
    }

    /** As many callers at once as there are lines; each line's calls follow one another. */
    private List<Dial> play(FaultPlan plan, Harmer harmer) throws Exception {
        List<Callable<List<Dial>>> lines = IntStream.range(0, FaultStage.LINES)
                .<Callable<List<Dial>>>mapToObj(line -> () -> {
                    FaultCaller caller = new FaultCaller(stage, line);
                    List<Dial> dials = new ArrayList<>();
                    for (Call call : plan.calls()) {
                        if (call.number() % FaultStage.LINES == line) {
                            plan.harmsOf(call.number()).forEach(harmer::begin);
                            dials.addAll(caller.play(call));
                        }
                    }
                    return dials;
                })
                .toList();
        List<Dial> dials = new ArrayList<>();
        try (var callers = Executors.newFixedThreadPool(FaultStage.LINES)) {
            for (Future<List<Dial>> line : callers.invokeAll(lines)) {
                dials.addAll(line.get());
            }
        }
        return dials;
    }

    private static String figures(Reckoning reckoning, List<Dial> dials, Map<Fault, Integer> done) {
        StringBuilder table = new StringBuilder("| | |\n|---|---|\n");
        row(table, "appels composés", dials.size());
        row(table, "appels reçus par le commutateur", reckoning.calls());
        row(table, "pannes", done.values().stream().mapToInt(Integer::intValue).sum());
        for (Fault fault : Fault.values()) {
            row(table, "— " + fault.label(), done.getOrDefault(fault, 0));
        }
        row(table, "ont parlé à un médecin", count(dials, Fate.PHYSICIAN));
        row(table, "ont parlé à la ligne de secours", count(dials, Fate.FALLBACK_LINE));
        row(table, "ont entendu l’annonce de secours, personne ne répondant", count(dials, Fate.ANNOUNCED, true));
        row(
                table,
                "ont entendu l’annonce de secours alors qu’un médecin aurait répondu",
                count(dials, Fate.ANNOUNCED, false));
        row(table, "patients et proches orientés", count(dials, Fate.TURNED_AWAY));
        row(table, "hors horaires, horaires annoncés", count(dials, Fate.TOLD_HOURS));
        row(table, "pris dans l'arrêt d’Asterisk, ont rappelé", count(dials, Fate.SWITCH_DIED));
        row(table, "communications coupées par autre chose qu'Asterisk", count(dials, Fate.DROPPED));
        row(table, "sans réponse ni annonce", count(dials, Fate.LOST));
        row(table, "perdus ou incomplets dans la trace", reckoning.lost());
        row(table, "doublés", reckoning.doubled());
        row(table, "reconstitués d’après le commutateur", reckoning.rebuilt());
        return table.toString();
    }

    private static long count(List<Dial> dials, Fate fate) {
        return dials.stream().filter(dial -> dial.fate() == fate).count();
    }

    private static long count(List<Dial> dials, Fate fate, boolean nobodyWould) {
        Predicate<Dial> asked = dial -> (dial.plan().script() == FaultPlan.Script.NOBODY) == nobodyWould;
        return dials.stream().filter(dial -> dial.fate() == fate).filter(asked).count();
    }

    private static void row(StringBuilder table, String label, long figure) {
        table.append("| ").append(label).append(" | ").append(figure).append(" |\n");
    }
}
