package fr.appui.calls;

import static org.awaitility.Awaitility.await;

import fr.appui.boot.EmbeddedMariaDb;
import fr.appui.boot.MariaDbResource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one Asterisk, one MariaDB and one service for all stories, and gives each story a scene of its own. */
final class Lab implements ParameterResolver {

    /** A night in which the stories take place; the clocks of the service and of the dialplan are shifted to it. */
    private static final Instant EVENING = Seeds.NIGHT
            .atTime(LocalTime.of(23, 0))
            .atZone(ZoneId.of("Europe/Paris"))
            .toInstant();

    private static final int CASTS = 60;
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext story) {
        return parameter.getParameter().getType() == Scene.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext story) {
        Stage stage = story.getRoot()
                .getStore(ExtensionContext.Namespace.create(Lab.class))
                .getOrComputeIfAbsent(Stage.class, key -> new Stage(), Stage.class);
        boolean open = !parameter.isAnnotated(Closed.class);
        return stage.scene(open, parameter.isAnnotated(WithFallback.class));
    }

    /** All that runs. */
    static final class Stage implements ExtensionContext.Store.CloseableResource {

        final SwitchProcess asterisk;
        final ServiceProcess service;
        final Network carrier;
        final Network samu;
        private final EmbeddedMariaDb database;

        Stage() {
            try {
                Files.createDirectories(Path.of("target", "phone-stories"));
                database = MariaDbResource.startThrowAway();
                asterisk = new SwitchProcess();
                carrier = new Network(new InetSocketAddress("127.0.0.2", 0), asterisk.sip());
                samu = new Network(new InetSocketAddress("127.0.0.4", 0), asterisk.sip());
                Duration shift = Duration.ofSeconds(
                        Duration.between(Instant.now(), EVENING).toSeconds());
                int fastAgi = Ports.tcp();
                asterisk.start(site(fastAgi, shift), List.of());
                service =
                        new ServiceProcess(settings(fastAgi), shift, Path.of("target", "phone-stories", "service.log"));
                service.start();
                seed();
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        Scene scene(boolean open, boolean fallback) {
            int kind = (open ? 0 : 1) + (fallback ? 2 : 0);
            return new Scene(this, new Cast(NEXT.getAndIncrement() * 4 + kind, open, fallback));
        }

        @Override
        public void close() {
            service.close();
            asterisk.close();
            carrier.close();
            samu.close();
            database.close();
        }

        private Map<String, String> site(int fastAgi, Duration shift) {
            return Map.ofEntries(
                    Map.entry("site-globals/APPUI_NODES", "127.0.0.1:" + fastAgi),
                    Map.entry("site-globals/APPUI_CLOCK_SHIFT", Long.toString(shift.toSeconds())),
                    Map.entry("site-globals/APPUI_KEY_WAIT", "2"),
                    Map.entry("site-globals/APPUI_CONFIRM_WAIT", "2"),
                    Map.entry("site-globals/APPUI_NUMBER_WAIT", "3"),
                    Map.entry("site-globals/APPUI_PAUSE", "2"),
                    Map.entry("site-carrier-aor/contact", "sip:" + carrier.address()),
                    Map.entry("site-carrier-identify/match", "127.0.0.2"),
                    Map.entry("site-samu-identify/type", "identify"),
                    Map.entry("site-samu-identify/endpoint", "samu"),
                    Map.entry("site-samu-identify/match", "127.0.0.4"));
        }

        private Map<String, String> settings(int fastAgi) {
            String link = "appui.telephony.switches." + SwitchProcess.NAME;
            return Map.ofEntries(
                    Map.entry("quarkus.datasource.jdbc.url", database.url()),
                    Map.entry("quarkus.datasource.username", database.user()),
                    Map.entry("quarkus.datasource.password", ""),
                    Map.entry("appui.telephony.fastagi.port", Integer.toString(fastAgi)),
                    Map.entry(link + ".port", Integer.toString(asterisk.amiPort())),
                    Map.entry(link + ".secret", SwitchProcess.SECRET),
                    Map.entry(link + ".heartbeat", "1s"),
                    Map.entry("appui.telephony.ladders.ahead", "2d"),
                    Map.entry("appui.trace.spool", asterisk.workFolder() + "/spool-appui"),
                    Map.entry("appui.rota.refresh", "1s"));
        }

        private void seed() throws SQLException {
            try (Connection connection = DriverManager.getConnection(database.url(), database.user(), "")) {
                Seeds seeds = new Seeds(connection);
                for (int number = 0; number < CASTS * 4; number++) {
                    if (number % 4 < 3) {
                        seeds.territory(new Cast(number, number % 2 == 0, number % 4 >= 2));
                    }
                }
            }
            String last = Integer.toString(CASTS * 4 - 2);
            await("the ladders are in AstDB")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> asterisk.cli("database show appui/dialled")
                            .contains(Cast.national("+3334410%04d".formatted(Integer.parseInt(last)))));
        }
    }
}
