package fr.appui.boot;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One real MariaDB for every Quarkus test of the run; with {@code -Dbench.database=FOLDER} one whose data the next run finds again. */
@QuarkusTestResource(MariaDbResource.class)
public final class MariaDbResource implements QuarkusTestResourceLifecycleManager {

    private static final Path BINARIES = Path.of("target", "mariadb", "binaries");

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
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "mariadb")), "test");
            return EmbeddedMariaDb.throwAway(folder, BINARIES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
