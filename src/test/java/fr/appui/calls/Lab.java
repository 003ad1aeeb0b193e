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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** The SAMU that a physician calls in; one that diverts its callers over the public network; numbers it answers first. */
    static final String SAMU = "0310000015";

    static final String SAMU_THAT_DIVERTS = "0344060015";
    static final List<String> SAMU_FIRST = List.of("0181740001", "0181740002", "0181740003");

    /** Each story takes the next of its kind. */
    private enum Kind {
        OPEN(0, 52, true, false),
        CLOSED(52, 56, false, false),
        WITH_FALLBACK(56, 61, true, true),
        STARTS_SOON(61, 67, true, false),
        ESCALATES(67, 81, true, false);

        private final int first;
        private final int end;
        private final boolean open;
        private final boolean fallback;
        private final AtomicInteger taken = new AtomicInteger();

        Kind(int first, int end, boolean open, boolean fallback) {
            this.first = first;
            this.end = end;
            this.open = open;
            this.fallback = fallback;
        }

        Stream<Cast> all() {
            return IntStream.range(first, end).mapToObj(number -> new Cast(number, open, fallback));
        }

        Cast next() {
            return all().skip(taken.getAndIncrement())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("more stories than lines: widen " + this));
        }

        static Kind of(ParameterContext parameter) {
            if (parameter.isAnnotated(Escalates.class)) {
                return ESCALATES;
            }
            return parameter.isAnnotated(Closed.class)
                    ? CLOSED
                    : parameter.isAnnotated(WithFallback.class)
                            ? WITH_FALLBACK
                            : parameter.isAnnotated(StartsSoon.class) ? STARTS_SOON : OPEN;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext story) {
        return parameter.getParameter().getType() == Scene.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext story) {
        Stage stage = story.getRoot()
                .getStore(ExtensionContext.Namespace.create(Lab.class))
                .getOrComputeIfAbsent(Stage.class, key -> new Stage(), Stage.class);
        return new Scene(stage, Kind.of(parameter).next());
    }

    /** All that runs. */
    static final class Stage implements ExtensionContext.Store.CloseableResource {

        final SwitchProcess asterisk;
        final ServiceProcess service;
        final Network carrier;
        final Network samu;
        final Inbox inbox;
        final Duration shift;
        private final EmbeddedMariaDb database;
        private final Deque<AutoCloseable> parts = new ArrayDeque<>();

        Stage() {
            try {
                Files.createDirectories(Path.of("target", "phone-stories"));
                database = keep(MariaDbResource.startThrowAway());
                asterisk = keep(new SwitchProcess());
                carrier = keep(new Network(new InetSocketAddress("127.0.0.2", 0), asterisk.sip()));
                samu = keep(new Network(new InetSocketAddress("127.0.0.4", 0), asterisk.sip()));
                inbox = keep(new Inbox());
                shift = Duration.ofSeconds(
                        Duration.between(Instant.now(), EVENING).toSeconds());
                int fastAgi = Ports.tcp();
                asterisk.start(site(fastAgi, shift), moreConfiguration());
                service = keep(new ServiceProcess(
                        settings(fastAgi), shift, Path.of("target", "phone-stories", "service.log")));
                service.start();
                seed();
            } catch (IOException | SQLException | RuntimeException e) {
                close();
                throw new IllegalStateException(e);
            }
        }

        private <T extends AutoCloseable> T keep(T part) {
            parts.push(part);
            return part;
        }

        /** In the reverse order of the start: the service before the database and the switch. */
        @Override
        public void close() {
            while (!parts.isEmpty()) {
                try {
                    parts.pop().close();
                } catch (Exception e) {
                    System.err.println("the lab could not end a part: " + e);
                }
            }
        }

        Connection connection() throws SQLException {
            return DriverManager.getConnection(database.url(), database.user(), "");
        }

        /** The settings of the whole stage, and those that make call-backs and checks quick enough for a story. */
        private Map<String, String> settings(int fastAgi) {
            var settings = new HashMap<>(switchSettings(fastAgi));
            settings.put("appui.home", asterisk.workFolder() + "/home");
            settings.putAll(inbox.settings());
            settings.put("appui.outreach.call-back.every", "1s");
            settings.put("appui.outreach.call-back.pause", "2s");
            settings.put("appui.outreach.call-back.attempts", "3");
            settings.put("appui.outreach.line-check.every", "1s");
            settings.put("appui.outreach.line-check.attempts", "2");
            settings.put("appui.outreach.line-check.pause", "20s");
            settings.put("appui.outreach.alerts.every", "1s");
            return settings;
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
                    Map.entry("site-globals/APPUI_SAMU_TRUNK", "yes"),
                    Map.entry("site-globals/APPUI_SAMU_NUMBER", SAMU),
                    Map.entry("site-globals/APPUI_SAMU_CALLERS", SAMU_THAT_DIVERTS),
                    Map.entry("site-globals/APPUI_SAMU_FIRST", String.join("&", SAMU_FIRST)),
                    Map.entry("site-globals/APPUI_HOUSE_samu", "samu-60"),
                    Map.entry("site-globals/APPUI_HOUSE_" + SAMU_THAT_DIVERTS, "samu-80"),
                    Map.entry("site-samu-aor/contact", "sip:" + samu.address()),
                    Map.entry("site-samu-identify/type", "identify"),
                    Map.entry("site-samu-identify/endpoint", "samu"),
                    Map.entry("site-samu-identify/match", "127.0.0.4"));
        }

        private static List<Path> moreConfiguration() {
            return Optional.ofNullable(System.getProperty("lab.configuration")).map(Path::of).stream()
                    .toList();
        }

        private Map<String, String> switchSettings(int fastAgi) {
            String link = "appui.telephony.switches." + SwitchProcess.NAME;
            return Map.ofEntries(
                    Map.entry("quarkus.datasource.jdbc.url", database.url()),
                    Map.entry("quarkus.datasource.username", database.user()),
                    Map.entry("quarkus.datasource.password", ""),
                    Map.entry("appui.telephony.fastagi.port", Integer.toString(fastAgi)),
                    Map.entry(link + ".port", Integer.toString(asterisk.amiPort())),
                    Map.entry(link + ".secret", SwitchProcess.SECRET),
                    Map.entry(link + ".heartbeat", "1s"),
                    Map.entry(link + ".cel-file", asterisk.workFolder() + "/log/cel-custom/appui.csv"),
                    Map.entry(link + ".ari.port", Integer.toString(asterisk.ariPort())),
                    Map.entry(link + ".ari.password", SwitchProcess.SECRET),
                    Map.entry("appui.telephony.rebuild.every", "1s"),
                    Map.entry("appui.telephony.rebuild.settled", "3s"),
                    Map.entry("appui.telephony.rebuild.bookmarks", asterisk.workFolder() + "/bookmarks"),
                    Map.entry("appui.telephony.begun.ring", "8s"),
                    Map.entry("appui.telephony.ladders.ahead", "2d"),
                    Map.entry("appui.trace.spool", asterisk.workFolder() + "/spool-appui"),
                    Map.entry("appui.rota.refresh", "1s"));
        }

        private static List<Kind> published() {
            return Stream.of(Kind.values())
                    .filter(kind -> kind != Kind.STARTS_SOON)
                    .toList();
        }

        private void seed() throws SQLException {
            try (Connection connection = connection()) {
                connection.setAutoCommit(false);
                Seeds seeds = new Seeds(connection);
                for (Kind kind : published()) {
                    for (Cast cast : kind.all().toList()) {
                        seeds.territory(cast);
                    }
                }
                connection.commit();
            }
            List<String> lines = published().stream()
                    .flatMap(Kind::all)
                    .map(cast -> Cast.national(cast.line()))
                    .toList();
            await("the ladders are in AstDB").atMost(Duration.ofMinutes(5)).until(() -> {
                String held = asterisk.cli("database show appui/dialled");
                return lines.stream().allMatch(held::contains);
            });
        }
    }
}
