package fr.appui.boot;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.appui.french.InvalidInput;
import fr.appui.rota.store.InventedRota;
import fr.appui.rota.store.KeptRota;
import fr.appui.telephony.EarlyCalls;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts the service, calls first; starts a MariaDB of its own first when no database is configured and this package carries one. */
@QuarkusMain
public final class Main {

    private static final Logger LOG = Logger.getLogger(Main.class);
    private static final String URL = StartMistakes.URL;
    private static final String LOCATIONS = "quarkus.config.locations";
    private static final String HOME = "appui.home";
    private static final String DATA = "data";
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private Main() {}

    public static void main(String... args) {
        try {
            refuse(StartMistakes.ofFiles(locations()));
            run(args);
        } catch (RuntimeException failure) {
            end(1, failure);
        }
    }

    private static void run(String... args) {
        if (args.length > 0 && args[0].equals("check")) {
            List<String> asked = List.of(args).subList(1, args.length);
            System.exit(new Check(inUtf8(FileDescriptor.out), ConfigProvider.getConfig()).run(asked));
        }
        if (args.length == 1 && args[0].equals("address")) {
            inUtf8(FileDescriptor.out).println(Check.usualAddress(ConfigProvider.getConfig()));
            System.exit(0);
        }
        if (args.length == 2 && args[0].equals("invented-rota")) {
            System.exit(inventedRota(Path.of(args[1])));
        }
        answerCalls();
        refuse(StartMistakes.of(config(), EmbeddedMariaDb.available()));
        StartMistakes.ofHome(setting(HOME, DATA)).ifPresent(LOG::error);
        if (databaseIsConfigured()) {
            Quarkus.run(null, Main::end, args);
            return;
        }
        EmbeddedMariaDb database = startDatabase(setting(HOME, DATA));
        var applicationEnded = new CountDownLatch(1);
        stopDatabaseAfter(applicationEnded, database);
        Quarkus.run(
                null,
                (status, failure) -> {
                    applicationEnded.countDown();
                    end(status, failure);
                },
                args);
    }

    /** As the library reads it, which has not been asked for anything yet. */
    private static @Nullable String locations() {
        return Stream.of(LOCATIONS, "smallrye.config.locations")
                .flatMap(name -> Stream.of(
                        Optional.ofNullable(System.getProperty(name)),
                        Optional.ofNullable(System.getenv(name.replace('.', '_').toUpperCase(Locale.ROOT)))))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static void refuse(List<String> mistakes) {
        if (!mistakes.isEmpty()) {
            throw new InvalidInput(String.join("\n", mistakes));
        }
    }

    /** Last of all, so that whoever looks at the journal's end reads what to do. Quarkus' own words are left out. */
    private static void end(int status, @Nullable Throwable failure) {
        List<String> mistakes = failure == null ? List.of() : StartMistakes.of(failure);
        PrintStream said = inUtf8(FileDescriptor.err);
        mistakes.forEach(mistake -> said.println("Erreur : le service n’a pas démarré : " + mistake));
        if (!mistakes.isEmpty()) {
            System.exit(StartMistakes.EXIT);
        }
        if (failure == null) {
            System.exit(status);
        } else {
            failure.printStackTrace();
            System.exit(Math.max(status, 1));
        }
    }

    /** cron and many a monitoring run it in no language, in which Java has no accents. */
    private static PrintStream inUtf8(FileDescriptor where) {
        return new PrintStream(new FileOutputStream(where), true, UTF_8);
    }

    private static int inventedRota(Path file) {
        try {
            InventedRota.write(file, ClockProducer.now(config()).instant());
            return 0;
        } catch (FileAlreadyExistsException kept) {
            System.err.println("Erreur : " + file + " existe déjà, et reste tel quel.");
            return 1;
        }
    }

    /** First of all: by a node that was here a moment ago, and still knows tonight's rota. */
    private static void answerCalls() {
        SmallRyeConfig config = config();
        Clock clock = ClockProducer.now(config);
        config.getOptionalValue("appui.rota.snapshot-file", Path.class)
                .flatMap(file -> KeptRota.fresh(
                        file,
                        clock.instant(),
                        config.getOptionalValue("appui.rota.invented", Boolean.class)
                                .orElse(false)))
                .ifPresent(rota -> EarlyCalls.open(config, clock, rota));
    }

    private static SmallRyeConfig config() {
        return ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
    }

    static boolean databaseIsConfigured() {
        return ConfigProvider.getConfig().getOptionalValue(URL, String.class).isPresent();
    }

    /** And tells the application of it by its settings. */
    static EmbeddedMariaDb startDatabase(Path home) {
        Path binaries = setting("appui.embedded.binaries", System.getProperty("user.home") + "/.cache/appui/mariadb");
        EmbeddedMariaDb database = EmbeddedMariaDb.keepingDataIn(home.resolve("mariadb"), binaries);
        System.setProperty(URL, database.url());
        System.setProperty("quarkus.datasource.username", database.user());
        System.setProperty("quarkus.datasource.password", database.password());
        return database;
    }

    private static Path setting(String name, String otherwise) {
        return Path.of(
                ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse(otherwise));
    }

    /** Shutdown hooks run side by side, so this one waits for the application to end before its database does. */
    private static void stopDatabaseAfter(CountDownLatch applicationEnded, EmbeddedMariaDb database) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                if (!applicationEnded.await(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                    System.err.println("the application did not end in time: its database is stopped all the same");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            database.close();
        }));
    }
}
