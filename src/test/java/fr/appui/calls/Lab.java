package fr.appui.calls;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Starts one Asterisk, one MariaDB and one service for all stories, and gives each story a scene of its own. The stories that
 * take the service away from everyone have a stage of theirs.
 */
public final class Lab implements ParameterResolver {

    /** The SAMU that a physician calls in; one that diverts its callers over the public network; numbers it answers first. */
    static final String SAMU = "0310000015";

    static final String SAMU_THAT_DIVERTS = "0344060015";
    static final List<String> SAMU_FIRST =
            IntStream.range(1, 9).mapToObj("018174000%d"::formatted).toList();

    static {
        // ten seconds are short where two cores carry everything at once, and no story is about how long anything takes
        Awaitility.setDefaultTimeout(Duration.ofMinutes(2));
        Awaitility.setDefaultPollInterval(Duration.ofMillis(250));
    }

    private static final Set<Stage> UP = ConcurrentHashMap.newKeySet();
    private static final boolean MEASURES = System.getProperty("bench.calls") != null;

    /** Each story takes the next of its kind. */
    private enum Kind {
        OPEN(89, 246, true, false),
        CLOSED(52, 60, false, false),
        WITH_FALLBACK(246, 258, true, true),
        STARTS_SOON(60, 67, true, false),
        ESCALATES(67, 89, true, false);

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
                .computeIfAbsent(stageOf(story.getRequiredTestClass()), Stage::new, Stage.class);
        UP.add(stage);
        return new Scene(stage, Kind.of(parameter).next());
    }

    private static String stageOf(Class<?> stories) {
        return stories.isAnnotationPresent(WithoutService.class) ? "outage" : "phone-stories";
    }

    /** Ends a stage with the last of its stories, and not with the run: where nobody calls it still keeps a core half busy. */
    public static final class Curtain implements TestExecutionListener {

        private final Map<String, AtomicInteger> left = new ConcurrentHashMap<>();

        @Override
        public void testPlanExecutionStarted(TestPlan plan) {
            left.clear();
            plan.accept(new TestPlan.Visitor() {
                @Override
                public void visit(TestIdentifier test) {
                    stage(test)
                            .ifPresent(name -> left.computeIfAbsent(name, none -> new AtomicInteger())
                                    .incrementAndGet());
                }
            });
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            stage(test).filter(name -> left.get(name).decrementAndGet() == 0).ifPresent(Curtain::fall);
        }

        private static void fall(String name) {
            UP.stream().filter(stage -> stage.name.equals(name)).forEach(Stage::close);
            UP.removeIf(stage -> stage.name.equals(name));
        }

        /** Of a class of stories that are played on one. */
        private static Optional<String> stage(TestIdentifier test) {
            return test.getSource()
                    .filter(ClassSource.class::isInstance)
                    .map(ClassSource.class::cast)
                    .filter(source -> source.getClassName().startsWith(Lab.class.getPackageName() + "."))
                    .map(ClassSource::getJavaClass)
                    .filter(stories -> stories.isAnnotationPresent(ExtendWith.class))
                    .map(Lab::stageOf);
        }
    }

    /** All that runs. */
    static final class Stage implements AutoCloseable {

        final String name;
        final SwitchProcess asterisk;
        final ServiceProcess service;
        final Network carrier;
        final Network samu;
        final Inbox inbox;
        final Duration shift;
        private final EmbeddedMariaDb database;
        private final Parts parts = new Parts();

        Stage(String name) {
            this.name = name;
            try {
                Path folder = Files.createDirectories(Path.of("target", name));
                database = parts.keep(MariaDbResource.startThrowAway());
                asterisk = parts.keep(new SwitchProcess(SwitchProcess.NAME, sounds(folder)));
                carrier = parts.keep(new Network(new InetSocketAddress("127.0.0.2", 0), asterisk.sip()));
                samu = parts.keep(new Network(new InetSocketAddress("127.0.0.4", 0), asterisk.sip()));
                inbox = parts.keep(new Inbox());
                shift = Seeds.shiftToTheEvening();
                int fastAgi = Ports.tcp();
                asterisk.start(site(fastAgi), moreConfiguration());
                service = parts.keep(new ServiceProcess(settings(fastAgi), shift, folder.resolve("service.log")));
                (MEASURES ? service.asPackaged() : service.startingQuickly()).start();
                seed();
            } catch (IOException | SQLException | RuntimeException e) {
                close();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            parts.close();
        }

        Connection connection() throws SQLException {
            return DriverManager.getConnection(database.url(), database.user(), database.password());
        }

        /** The settings of the whole stage, and those that make call-backs and checks quick enough for a story. */
        private Map<String, String> settings(int fastAgi) {
            Map<String, String> settings = Wiring.link(asterisk);
            settings.putAll(Wiring.database(database));
            settings.put("appui.sign-in.first-accounts", "administration");
            settings.put("appui.home", asterisk.workFolder() + "/home");
            settings.put("appui.telephony.fastagi.port", Integer.toString(fastAgi));
            settings.put("appui.telephony.rebuild.bookmarks", asterisk.workFolder() + "/bookmarks");
            settings.put("appui.telephony.begun.ring", "8s");
            settings.put("appui.telephony.ladders.ahead", "2d");
            settings.put("appui.trace.spool", asterisk.workFolder() + "/spool-appui");
            settings.putAll(inbox.settings());
            if (MEASURES) {
                return settings; // what is measured runs at a hospital's pace
            }
            settings.putAll(Wiring.rebuiltSoon());
            settings.put("appui.rota.refresh", "15s");
            settings.put("appui.outreach.call-back.every", "1s");
            settings.put("appui.outreach.call-back.pause", "2s");
            settings.put("appui.outreach.call-back.attempts", "3");
            settings.put("appui.outreach.call-back.shortest-talk", "0s");
            settings.put("appui.outreach.line-check.every", "1s");
            settings.put("appui.outreach.line-check.attempts", "2");
            settings.put("appui.outreach.line-check.pause", "20s");
            settings.put("appui.outreach.alerts.every", "1s");
            return settings;
        }

        private Map<String, String> site(int fastAgi) {
            Map<String, String> site = Wiring.site(List.of(fastAgi), shift, carrier, samu);
            site.put("site-globals/APPUI_SAMU_TRUNK", "yes");
            site.put("site-globals/APPUI_SAMU_NUMBER", SAMU);
            site.put("site-globals/APPUI_SAMU_CALLERS", SAMU_THAT_DIVERTS);
            site.put("site-globals/APPUI_SAMU_FIRST", String.join("&", SAMU_FIRST));
            site.put("site-globals/APPUI_HOUSE_samu", "samu-60");
            site.put("site-globals/APPUI_HOUSE_" + SAMU_THAT_DIVERTS, "samu-80");
            return site;
        }

        /** What is said is read from Asterisk's log; TwoSwitchesIT listens to the recordings themselves. */
        private static String sounds(Path folder) throws IOException {
            return MEASURES ? SwitchProcess.SOUNDS : SwitchProcess.silence(folder);
        }

        private static List<Path> moreConfiguration() {
            return Optional.ofNullable(System.getProperty("lab.configuration")).map(Path::of).stream()
                    .toList();
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
                        if (kind == Kind.CLOSED || kind == Kind.WITH_FALLBACK) {
                            seeds.paediatric(cast);
                        }
                    }
                }
                connection.commit();
            }
            List<String> lines = published().stream()
                    .flatMap(Kind::all)
                    .map(cast -> Cast.national(cast.line()))
                    .toList();
            asterisk.says(
                    "database show appui/dialled",
                    "the ladders are in AstDB",
                    held -> lines.stream().allMatch(held::contains),
                    Duration.ofMinutes(5));
        }
    }
}
