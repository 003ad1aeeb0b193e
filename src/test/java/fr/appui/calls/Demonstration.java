package fr.appui.calls;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * A night of the demonstration territory, played on real parts: MariaDB, Asterisk, the packaged service and SIP parties. The
 * terminal tells it in French as it happens.
 *
 * <p>{@code --once}: ends after the call; exit status 0 only if the two heard each other and the trace says so.
 */
public final class Demonstration {

    /** In the night of a Saturday to a Sunday of the published rota; in France it is 3:12. */
    private static final Instant NIGHT = Instant.parse("2026-11-15T02:12:00Z");

    private static final Path FOLDER = Path.of("target", "demonstration");
    private static final String LINE = "0353016060";
    private static final String NURSE = "0353017701";

    private final Parts parts = new Parts();
    private final Narrator narrator = new Narrator(System.out);
    private final Duration clockShift =
            Duration.ofSeconds(Duration.between(Instant.now(), NIGHT).toSeconds());

    private Demonstration() {}

    public static void main(String... args) throws Exception {
        boolean once = List.of(args).contains("--once");
        var demonstration = new Demonstration();
        Runtime.getRuntime().addShutdownHook(new Thread(demonstration.parts::close));
        endWithParent();
        boolean proved = demonstration.play(once);
        if (once) {
            System.exit(proved ? 0 : 1);
        }
        new CountDownLatch(1).await();
    }

    private boolean play(boolean once) throws IOException {
        narrator.title("Démonstration : une nuit d’astreinte dans l’Oise");
        DemonstrationFolder.clear(FOLDER);
        SwitchProcess asterisk = parts.keep(new SwitchProcess());
        Network phones = parts.keep(new Network(new InetSocketAddress("127.0.0.2", 0), asterisk.sip()));
        int fastAgi = Ports.tcp();
        narrator.step("Asterisk démarre (configuration du produit, annonces en français)");
        asterisk.start(site(phones, fastAgi), List.of());
        narrator.step("Le service démarre : MariaDB embarquée, sept territoires, huit médecins, un planning publié");
        var service = parts.keep(
                new ServiceProcess(settings(asterisk, fastAgi, once), clockShift, FOLDER.resolve("service.log")));
        service.start();
        NightCall call = new NightCall(service, asterisk, phones, narrator, LINE, NURSE);
        boolean proved = call.play();
        if (!once) {
            new Welcome(narrator, service, asterisk, FOLDER).tell(LINE);
        }
        return proved;
    }

    /** The script that started this may be killed without a word; nothing may then stay behind. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
    }

    /** A softphone of this machine rings through the same trunk as the people of the story. */
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

    /** Who stays has a year of invented calls to look at. */
    private static Map<String, String> settings(SwitchProcess asterisk, int fastAgi, boolean once) throws IOException {
        Map<String, String> settings = Wiring.link(asterisk);
        settings.put(
                "appui.home", Files.createDirectories(FOLDER.resolve("home")).toString());
        settings.put("appui.directory.reference", "reference/hauts-de-france.yaml,reference/demonstration.yaml");
        settings.put("appui.telephony.fastagi.port", Integer.toString(fastAgi));
        if (!once) {
            settings.put("appui.indicators.sample-year", "2026");
        }
        return settings;
    }
}
