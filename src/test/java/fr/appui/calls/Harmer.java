package fr.appui.calls;

import fr.appui.calls.FaultPlan.Harm;
import fr.appui.calls.FaultStage.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;

/** Breaks things as planned and mends them again. One thing is broken in one way at a time; different things overlap. */
final class Harmer implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final long CLOCK_STEP_SECONDS = 75;

    private final FaultStage stage;
    private final Map<String, ExecutorService> hands = new ConcurrentHashMap<>();
    private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);
    private final Phaser begun = new Phaser(1);
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    Harmer(FaultStage stage) {
        this.stage = stage;
    }

    /** Begins it after its time, on a thread of what it breaks. */
    void begin(Harm harm) {
        begun.register();
        Thread.ofVirtual().start(() -> {
            if (pause(harm.after())) {
                targets(harm).forEach((target, act) -> hand(target).execute(() -> carryOut(harm.fault(), act)));
            }
            begun.arriveAndDeregister();
        });
    }

    synchronized Map<Fault, Integer> done() {
        return new EnumMap<>(done);
    }

    /** What went otherwise than a fault should: a service that ended by itself, or would not start. */
    List<String> troubles() {
        return troubles;
    }

    /** Waits until all that was begun is mended, and what ended by itself a moment later is there again. */
    @Override
    public void close() throws InterruptedException, IOException {
        begun.arriveAndAwaitAdvance();
        for (ExecutorService hand : hands.values()) {
            hand.shutdown();
            if (!hand.awaitTermination(10, TimeUnit.MINUTES)) {
                troubles.add("a fault was not mended in time");
            }
        }
        stage.database.isThere();
    }

    private interface Act {
        void run() throws Exception;
    }

    private void carryOut(Fault fault, Act act) {
        try {
            act.run();
            synchronized (this) {
                done.merge(fault, 1, Integer::sum);
            }
        } catch (Exception e) {
            troubles.add(fault + ": " + e);
        }
    }

    private ExecutorService hand(String target) {
        return hands.computeIfAbsent(target, name -> Executors.newSingleThreadExecutor());
    }

    private Map<String, Act> targets(Harm harm) {
        Duration lasts = harm.lasts();
        return switch (harm.fault()) {
            case SERVICE_KILLED ->
                eachNode(harm, "node", node -> {
                    node.service().kill();
                    pause(lasts.dividedBy(4));
                    node.service().launch();
                    isAlive(node);
                });
            case SERVICE_HUNG ->
                eachNode(harm, "node", node -> {
                    node.service().hang();
                    pause(lasts);
                    node.service().wakeUp();
                });
            case SERVICE_SLOW ->
                eachNode(harm, "node", node -> {
                    node.fastAgi().slow(Duration.ofSeconds(2));
                    pause(lasts);
                    node.fastAgi().mend();
                });
            case SERVICE_WRONG ->
                eachNode(harm, "node", node -> {
                    node.fastAgi().leadTo(stage.liar.port());
                    pause(lasts);
                    node.fastAgi().leadTo(node.fastAgiPort());
                });
            case DATABASE_STOPPED ->
                Map.of("database", () -> {
                    stage.database.kill();
                    pause(lasts);
                    stage.database.start();
                });
            case DATABASE_HUNG ->
                Map.of("database", () -> {
                    stage.database.hang();
                    pause(lasts);
                    stage.database.wakeUp();
                });
            case DATABASE_READ_ONLY ->
                Map.of("database", () -> {
                    stage.database.readOnly(true);
                    pause(lasts);
                    stage.database.readOnly(false);
                });
            case DATABASE_FULL -> stage.database.hasOwnDisk() ? Map.of("database", () -> fillDisk(lasts)) : Map.of();
            case BROKER_STOPPED ->
                Map.of("broker", () -> {
                    stage.broker.stop();
                    pause(lasts);
                    stage.broker.start();
                });
            case BROKER_PARTED ->
                Map.of("broker", () -> {
                    stage.brokerLink.block();
                    pause(lasts);
                    stage.brokerLink.mend();
                });
            case SWITCH_RELOADED -> Map.of("switch", stage.asterisk::reload);
            case SWITCH_RESTARTED -> Map.of("switch", stage::switchDies);
            case CLOCK_SET -> Map.of("clock", () -> setClocks(lasts, harm.call() % 2 == 0));
            case AMI_CUT ->
                eachNode(harm, "ami", node -> {
                    node.ami().cut();
                    pause(lasts);
                    node.ami().mend();
                });
        };
    }

    private void fillDisk(Duration lasts) throws IOException {
        stage.database.fillDisk();
        pause(lasts);
        stage.database.freeDisk();
    }

    /** Those of both nodes and of the dialplan go forward or back together, then return. */
    private void setClocks(Duration lasts, boolean forward) throws IOException {
        long step = forward ? CLOCK_STEP_SECONDS : -CLOCK_STEP_SECONDS;
        setClocks(step);
        pause(lasts);
        setClocks(0);
    }

    private void setClocks(long step) throws IOException {
        for (Node node : stage.nodes) {
            Path fresh = node.clock().resolveSibling(node.clock().getFileName() + ".new");
            Files.writeString(fresh, Long.toString(step));
            Files.move(fresh, node.clock(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        stage.tellSwitch("dialplan set global APPUI_CLOCK_SHIFT " + (stage.shiftSeconds() + step));
    }

    private interface NodeAct {
        void run(Node node) throws Exception;
    }

    private Map<String, Act> eachNode(Harm harm, String kind, NodeAct act) {
        return harm.node() == 2
                ? Map.of(
                        kind + 0, () -> act.run(stage.nodes.getFirst()), kind + 1, () -> act.run(stage.nodes.getLast()))
                : Map.of(kind + harm.node(), () -> act.run(stage.nodes.get(harm.node())));
    }

    /** A service starts whatever else is away. */
    private static void isAlive(Node node) {
        org.awaitility.Awaitility.await("a service that was started answers")
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> node.service().isAlive());
    }

    private static boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
