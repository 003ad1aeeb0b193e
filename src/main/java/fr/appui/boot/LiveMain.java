package fr.appui.boot;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;

/**
 * Starts the service in Quarkus' live mode, which runs this anew at each change: the database of its own begins with the first and
 * ends with the process.
 */
@QuarkusMain(name = "live")
public final class LiveMain {

    private static final Path HOME = Path.of("target", "dev", "home");

    private LiveMain() {}

    public static void main(String... args) {
        System.setProperty("appui.home", HOME.toString());
        if (!Main.databaseIsConfigured()) {
            EmbeddedMariaDb database = Main.startDatabase(HOME);
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        }
        Quarkus.run(args);
    }
}
