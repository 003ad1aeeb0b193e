package fr.appui.boot;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** One real MariaDB for every Quarkus test of the run; with {@code -Dbench.database=FOLDER} one whose data the next run finds again. */
@QuarkusTestResource(MariaDbResource.class)
public final class MariaDbResource implements QuarkusTestResourceLifecycleManager {

    private static final Path FOLDER = Path.of("target", "mariadb");
    private static final Path BINARIES = FOLDER.resolve("binaries");

    private EmbeddedMariaDb database;

    @Override
    public Map<String, String> start() {
        String kept = System.getProperty("bench.database", "");
        database = kept.isEmpty() ? startThrowAway() : EmbeddedMariaDb.keepingDataIn(Path.of(kept), BINARIES);
        return Map.of(
                "quarkus.datasource.jdbc.url", database.url(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password());
    }

    @Override
    public void stop() {
        database.close();
    }

    /** For a test that needs a database of its own, to stop or to harm. */
    public static EmbeddedMariaDb startThrowAway() {
        try {
            Path installed = install();
            Path folder = Files.createTempDirectory(FOLDER, "test");
            copy(installed, folder.resolve("data"));
            return EmbeddedMariaDb.throwAway(folder, BINARIES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What MariaDB lays down for itself, which costs it a server of its own: once a build.
     *
     * @return a folder of data in which nobody wrote anything yet
     */
    private static Path install() throws IOException {
        // each class loader of a run has this class
        synchronized (FOLDER.toString().intern()) {
            Path installed = FOLDER.resolve("installed");
            if (!Files.exists(installed)) {
                Path begun = Files.createTempDirectory(Files.createDirectories(FOLDER), "begun");
                EmbeddedMariaDb.keepingDataIn(begun, BINARIES).close();
                Files.move(begun, installed);
            }
            return installed.resolve("data");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : (Iterable<Path>) all::iterator) {
                Files.copy(one, to.resolve(from.relativize(one)));
            }
        }
    }
}
