package fr.appui.calls;

import static org.awaitility.Awaitility.await;

import fr.appui.trace.outbox.Broker;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two service nodes behind one Asterisk, one MariaDB and one Kafka, and a breakable cable between any two of them. The clocks
 * are shifted to a night in which summer time begins a little after the first calls.
 */
final class FaultStage implements AutoCloseable {

    static final int LINES = 20;

    /** The last lines of the open ones have another line to put callers through to. */
    private static final int WITHOUT_FALLBACK = 16;

    static final Cast CLOSED = new Cast(LINES, false, false);

    private static final LocalDate NIGHT = LocalDate.of(2026, 3, 28);
    private static final Instant BEFORE_SUMMER_TIME = Instant.parse("2026-03-29T00:58:40Z");
    static final Path FOLDER = Path.of("target", "faults");

    /** One service process and its cables. */
    record Node(ServiceProcess service, Link fastAgi, int fastAgiPort, Link ami, Path clock) {}

    private final Parts parts = new Parts();
    private final Duration shift = Duration.ofSeconds(
            Duration.between(Instant.now(), BEFORE_SUMMER_TIME).toSeconds());
    final DatabaseProcess database;
    final Link databaseLink;
    final Broker broker;
    final Link brokerLink;
    final SwitchProcess asterisk;
    final Network carrier;
    final Network samu;
    final Liar liar;
    final List<Node> nodes;
    private static final Duration LONGEST_UNWRITTEN = Duration.ofSeconds(10);

    private final List<Long> switchDeaths = new CopyOnWriteArrayList<>();
    private volatile boolean switchUp = true;

    FaultStage() throws IOException, SQLException {
        try {
            Files.createDirectories(FOLDER);
            database = parts.keep(new DatabaseProcess());
            databaseLink = parts.keep(new Link(database.port()));
            brokerLink = parts.keep(new Link());
            broker = parts.keep(Broker.behind(brokerLink.port()));
            brokerLink.leadTo(broker.port());
            broker.start();
            asterisk = parts.keep(new SwitchProcess(SwitchProcess.NAME, SwitchProcess.silence(FOLDER)));
            carrier = parts.keep(new Network(new InetSocketAddress("127.0.0.2", 0), asterisk.sip()));
            samu = parts.keep(new Network(new InetSocketAddress("127.0.0.4", 0), asterisk.sip()));
            liar = parts.keep(new Liar());
            nodes = List.of(node(0), node(1));
            asterisk.start(site(), List.of());
            for (Node node : nodes) {
                node.service().launch();
            }
            nodes.forEach(node -> node.service().isWellAgain());
            seed();
        } catch (IOException | SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    Cast cast(int line) {
        return new Cast(line, true, line >= WITHOUT_FALLBACK);
    }

    // --- the switch's death, which alone may end a call that two people talk in

    synchronized void switchDies() {
        switchUp = false;
        asterisk.kill();
        switchDeaths.add(System.nanoTime());
        asterisk.restart();
        switchUp = true;
    }

    boolean switchDiedSince(long nanos) {
        return switchDeaths.stream().anyMatch(died -> died - nanos > 0);
    }

    /** Asterisk writes its account of a call from a queue: what had not left it when it was killed is written nowhere. */
    boolean switchDiedUnwritten(long over) {
        return switchDeaths.stream().anyMatch(died -> died - over > 0 && died - over < LONGEST_UNWRITTEN.toNanos());
    }

    /** Not while it dies or comes up: a switch that was there a moment ago hears nothing. */
    synchronized void tellSwitch(String command) {
        asterisk.cli(command);
    }

    void awaitSwitch() {
        await("Asterisk is up").atMost(Duration.ofMinutes(1)).until(() -> switchUp);
    }

    /** How far the dialplan's clock is set from the real one, when nobody meddles. */
    long shiftSeconds() {
        return shift.toSeconds();
    }

    // --- how it is put together

    private Node node(int number) throws IOException {
        int fastAgi = Ports.tcp();
        Link agi = parts.keep(new Link(fastAgi));
        Link ami = parts.keep(new Link(asterisk.amiPort()));
        Path clock = Path.of(asterisk.workFolder(), "clock-" + number);
        Path log = FOLDER.resolve("service-" + number + ".log");
        Files.deleteIfExists(log);
        ServiceProcess service =
                parts.keep(new ServiceProcess(settings(number, fastAgi, ami, clock), shift, log).startingQuickly());
        return new Node(service, agi, fastAgi, ami, clock);
    }

    private Map<String, String> settings(int number, int fastAgi, Link ami, Path clock) {
        Map<String, String> settings = Wiring.link(asterisk);
        settings.put(Wiring.name(asterisk) + ".port", Integer.toString(ami.port()));
        settings.put(Wiring.name(asterisk) + ".heartbeat", "3s");
        // a call-back rings long after the call that the plan reckons with
        settings.put("appui.outreach.call-back.every", "30d");
        settings.putAll(Wiring.database(database.url(databaseLink.port()), "appui"));
        settings.putAll(Wiring.node(fastAgi, asterisk.workFolder() + "/home-" + number));
        settings.putAll(Wiring.rebuiltSoon());
        settings.put("appui.events.kafka", "true");
        settings.put("kafka.bootstrap.servers", broker.address());
        settings.put("appui.rota.refresh", "5s");
        settings.put("appui.clock.shift-file", clock.toString());
        return settings;
    }

    Path cel() {
        return Path.of(asterisk.workFolder(), "log", "cel-custom", "appui.csv");
    }

    private Map<String, String> site() {
        List<Integer> ports = nodes.stream().map(node -> node.fastAgi().port()).toList();
        Map<String, String> site = Wiring.site(ports, shift, carrier, samu);
        // the plan's people talk for a moment and mean it
        site.put("site-globals/APPUI_SHORTEST_TALK", "0");
        return site;
    }

    private void seed() throws SQLException {
        List<Cast> casts = Stream.concat(IntStream.range(0, LINES).mapToObj(this::cast), Stream.of(CLOSED))
                .toList();
        try (Connection connection = database.connection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Seeds seeds = new Seeds(connection, NIGHT);
            for (Cast cast : casts) {
                seeds.territory(cast);
            }
            statement.executeUpdate("UPDATE territory SET ring_seconds = '5'");
            connection.commit();
        }
        List<String> lines =
                casts.stream().map(cast -> Cast.national(cast.line())).toList();
        asterisk.says(
                "database show appui/dialled",
                "the ladders are in AstDB",
                held -> lines.stream().allMatch(held::contains),
                Duration.ofMinutes(3));
        // one node wrote them: the other may be about to read the rota still, and would take every line for an unknown
        // one
        Cast any = cast(0);
        await("each node knows the rota")
                .atMost(Duration.ofMinutes(3))
                .until(() -> nodes.stream()
                        .allMatch(node -> node.service()
                                .get("/api/territories/" + any.territory() + "/on-duty")
                                .body()
                                .contains(Seeds.physicianId(any.number(), 1))));
    }

    @Override
    public void close() {
        parts.close();
    }
}
