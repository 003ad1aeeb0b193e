package fr.appui.calls;

import java.io.IOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * What stands beside the service in live mode: a real Asterisk, and the telephones of the demonstration's physicians, of whom the one on duty
 * lets it ring and every other accepts. Told how to reach them by a file, the service may come and go: {@code deploy/dev}.
 */
public final class DevelopmentSwitch {

    /** In the night of a Saturday to a Sunday of the published rota; in France it is 3:12. */
    private static final Instant NIGHT = Instant.parse("2026-11-15T02:12:00Z");

    private static final Path FOLDER = Path.of("target", "dev");
    private static final Path RUNNING = FOLDER.resolve("switch");
    private static final String LINE = "0353016060";
    private static final String NURSE = "0353017701";
    private static final Duration LONGEST_CALL = Duration.ofSeconds(40);
    private static final Duration LONGEST_BUILD = Duration.ofMinutes(30);

    private final Parts parts = new Parts();
    private final Narrator narrator = new Narrator(System.out);
    private final Duration clockShift =
            Duration.ofSeconds(Duration.between(Instant.now(), NIGHT).toSeconds());
    private final int http;

    private DevelopmentSwitch(int http) {
        this.http = http;
    }

    /** @param arguments the port of the pages, or {@code appel}: somebody rings the line of the switch that runs */
    public static void main(String... arguments) throws IOException {
        if (arguments[0].equals("appel")) {
            ring();
            return;
        }
        var beside = new DevelopmentSwitch(Integer.parseInt(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(beside.parts::close));
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        beside.begin();
        parent.onExit().join();
        System.exit(0);
    }

    private void begin() throws IOException {
        Files.createDirectories(FOLDER);
        SwitchProcess asterisk = parts.keep(new SwitchProcess());
        Network phones = parts.keep(new Network(new InetSocketAddress("127.0.0.2", 0), asterisk.sip()));
        int fastAgi = Ports.tcp();
        asterisk.start(site(phones, fastAgi), List.of());
        DemonstrationPeople.numbers().forEach(number -> phones.person(number).picksUpAndPresses("1"));
        tellTheService(asterisk, fastAgi);
        Thread.ofVirtual().start(() -> welcome(asterisk, phones));
    }

    private Map<String, String> site(Network phones, int fastAgi) {
        return Map.of(
                "site-globals/APPUI_SWITCH",
                SwitchProcess.NAME,
                "site-globals/APPUI_NODES",
                "127.0.0.1:" + fastAgi,
                "site-globals/APPUI_CLOCK_SHIFT",
                Long.toString(clockShift.toSeconds()),
                "site-carrier-aor/contact",
                "sip:" + phones.address(),
                "site-carrier-identify/match",
                "127.0.0.1,127.0.0.2");
    }

    /** Whole at once: {@code deploy/dev} waits for the file. */
    private void tellTheService(SwitchProcess asterisk, int fastAgi) throws IOException {
        Path clock = FOLDER.resolve("clock").toAbsolutePath();
        Files.writeString(clock, Long.toString(clockShift.toSeconds()));
        var settings = new Properties();
        settings.putAll(Wiring.link(asterisk));
        settings.put("appui.telephony.fastagi.port", Integer.toString(fastAgi));
        settings.put("appui.clock.shift-file", clock.toString());
        settings.put("quarkus.http.port", Integer.toString(http));
        Path begun = FOLDER.resolve("service.properties.new");
        try (Writer file = Files.newBufferedWriter(begun)) {
            settings.store(file, null);
        }
        Files.write(RUNNING, List.of(Integer.toString(asterisk.sip().getPort()), asterisk.workFolder(), "" + http));
        Files.move(begun, FOLDER.resolve("service.properties"));
    }

    /** A nurse says who she is by pressing 2, and hangs up after a while; what she hears is told as she hears it. */
    private static void ring() throws IOException {
        List<String> running = Files.readAllLines(RUNNING);
        var asterisk = new InetSocketAddress("127.0.0.1", Integer.parseInt(running.get(0)));
        var heard = new HeardLog(Path.of(running.get(1), "log", "heard.log"));
        var narrator = new Narrator(System.out);
        try (var phones = new Network(new InetSocketAddress("127.0.0.1", 0), asterisk)) {
            Person nurse = phones.person(NURSE);
            int before = heard.byCaller(NURSE).size();
            narrator.step("Une infirmière compose le " + LINE);
            Leg call = nurse.rings(LINE).isUp();
            var told = new AtomicInteger(before);
            var pressed = new AtomicBoolean();
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(200))
                    .atMost(LONGEST_CALL.plusSeconds(10))
                    .until(() -> {
                        List<String> prompts = heard.byCaller(NURSE);
                        prompts.stream()
                                .skip(told.get())
                                .forEach(prompt -> narrator.step("elle entend « " + prompt + " »"));
                        told.set(prompts.size());
                        if (prompts.stream().skip(before).anyMatch("qui-appelle"::equals)
                                && pressed.compareAndSet(false, true)) {
                            call.press("2");
                            narrator.step("elle appuie sur 2");
                            call.later(LONGEST_CALL, call::hangUp);
                        }
                        return call.hasEnded();
                    });
        }
        narrator.step("L’appel est fini : http://127.0.0.1:" + running.get(2) + "/appels/"
                + heard.callOf(NURSE).orElse(""));
    }

    private void welcome(SwitchProcess asterisk, Network phones) {
        String address = "http://127.0.0.1:" + http;
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest ready = HttpRequest.newBuilder(URI.create(address + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            Awaitility.await()
                    .atMost(LONGEST_BUILD)
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .until(() -> client.send(ready, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200);
        }
        narrator.title("Le service est là, et Asterisk à côté");
        narrator.line(
                "Les pages        : " + address + "/ ; comptes et mots de passe : « Premiers comptes », plus haut");
        narrator.line("Les changements  : une page ou une classe enregistrée sert dès la demande ou l’appel qui suit");
        narrator.line("Appeler soi-même : un softphone de cette machine, sans compte ni mot de passe, compose");
        narrator.line("                   sip:" + LINE + "@127.0.0.1:"
                + asterisk.sip().getPort());
        narrator.line("Faire appeler    : deploy/dev appel");
        narrator.line(
                "La console SIP   : deploy/asterisk-run cli --work " + asterisk.workFolder() + " 'core show channels'");
        narrator.line("Arrêter          : q, ou Ctrl-C");
    }
}
