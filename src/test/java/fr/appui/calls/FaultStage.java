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
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
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
    private volatile long switchDied = System.nanoTime();
    private volatile boolean switchUp = true;

    FaultStage() throws IOException, SQLException {
        try {
            Files.createDirectories(FOLDER);
            database = keep(new DatabaseProcess());
            databaseLink = keep(new Link(database.port()));
            brokerLink = keep(new Link());
            broker = keep(Broker.behind(brokerLink.port()));
            brokerLink.leadTo(broker.port());
            broker.start();
            asterisk = keep(new SwitchProcess(shortRecordings().toString()));
            carrier = keep(new Network(new InetSocketAddress("127.0.0.2", 0), asterisk.sip()));
            samu = keep(new Network(new InetSocketAddress("127.0.0.4", 0), asterisk.sip()));
            liar = keep(new Liar());
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

    void switchDies() {
        switchUp = false;
        asterisk.kill();
        switchDied = System.nanoTime();
        asterisk.restart();
        switchUp = true;
    }

    boolean switchDiedSince(long nanos) {
        return switchDied - nanos > 0;
    }

    void awaitSwitch() {
        await("Asterisk is up").atMost(Duration.ofMinutes(1)).until(() -> switchUp);
    }

    /** How far the dialplan's clock is set from the real one, when nobody meddles. */
    long shiftSeconds() {
        return shift.toSeconds();
    }

    // --- how it is put together

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    private Node node(int number) throws IOException {
        int fastAgi = Ports.tcp();
        Link agi = keep(new Link(fastAgi));
        Link ami = keep(new Link(asterisk.amiPort()));
        Path clock = Path.of(asterisk.workFolder(), "clock-" + number);
        Path log = FOLDER.resolve("service-" + number + ".log");
        Files.deleteIfExists(log);
        ServiceProcess service =
                keep(new ServiceProcess(settings(number, fastAgi, ami, clock), shift, log).startingQuickly());
        return new Node(service, agi, fastAgi, ami, clock);
    }

    private Map<String, String> settings(int number, int fastAgi, Link ami, Path clock) {
        String link = "appui.telephony.switches." + SwitchProcess.NAME;
        var settings = new HashMap<String, String>();
        settings.put("appui.home", asterisk.workFolder() + "/home-" + number);
        settings.put("quarkus.datasource.jdbc.url", database.url(databaseLink.port()));
        settings.put("quarkus.datasource.username", "appui");
        settings.put("quarkus.datasource.password", "");
        settings.put("appui.events.kafka", "true");
        settings.put("kafka.bootstrap.servers", broker.address());
        settings.put("appui.telephony.fastagi.port", Integer.toString(fastAgi));
        settings.put(link + ".port", Integer.toString(ami.port()));
        settings.put(link + ".secret", SwitchProcess.SECRET);
        settings.put(link + ".heartbeat", "3s");
        settings.put(link + ".longest-pause", "2s");
        settings.put(link + ".cel-file", cel().toString());
        settings.put("appui.telephony.rebuild.every", "1s");
        settings.put("appui.telephony.rebuild.settled", "3s");
        settings.put("appui.telephony.ladders.ahead", "1d");
        settings.put("appui.outreach.line-check.enabled", "false");
        settings.put("appui.planning.alerts-every", "off");
        settings.put("appui.rota.refresh", "2s");
        settings.put("appui.clock.shift-file", clock.toString());
        return settings;
    }

    Path cel() {
        return Path.of(asterisk.workFolder(), "log", "cel-custom", "appui.csv");
    }

    private Map<String, String> site() {
        return Map.ofEntries(
                Map.entry(
                        "site-globals/APPUI_NODES",
                        "127.0.0.1:" + nodes.getFirst().fastAgi().port() + "&127.0.0.1:"
                                + nodes.getLast().fastAgi().port()),
                Map.entry("site-globals/APPUI_CLOCK_SHIFT", Long.toString(shiftSeconds())),
                Map.entry("site-globals/APPUI_KEY_WAIT", "2"),
                Map.entry("site-globals/APPUI_CONFIRM_WAIT", "2"),
                Map.entry("site-globals/APPUI_NUMBER_WAIT", "2"),
                Map.entry("site-globals/APPUI_PAUSE", "2"),
                Map.entry("site-carrier-aor/contact", "sip:" + carrier.address()),
                Map.entry("site-carrier-identify/match", "127.0.0.2"),
                Map.entry("site-samu-identify/type", "identify"),
                Map.entry("site-samu-identify/endpoint", "samu"),
                Map.entry("site-samu-identify/match", "127.0.0.4"));
    }

    /** Every recording as a fifth of a second of silence: what is said is read from Asterisk's log, not listened to. */
    private static Path shortRecordings() throws IOException {
        Path sounds = Files.createDirectories(FOLDER.resolve("sounds")).toAbsolutePath();
        byte[] silence = new byte[1_600];
        Arrays.fill(silence, (byte) 0xd5);
        try (Stream<Path> recordings = Files.list(Path.of("asterisk-config/sounds/fr"))) {
            for (Path recording : recordings.toList()) {
                if (recording.toString().endsWith(".alaw")) {
                    Files.write(sounds.resolve(recording.getFileName()), silence);
                }
            }
        }
        return sounds;
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
        await("the ladders are in AstDB").atMost(Duration.ofMinutes(3)).until(() -> {
            String held = asterisk.cli("database show appui/dialled");
            return lines.stream().allMatch(held::contains);
        });
    }

    /** In the reverse order of the start. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                System.err.println("the stage could not end a part: " + e);
            }
        }
    }
}
