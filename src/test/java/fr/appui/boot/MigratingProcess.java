package fr.appui.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.mariadb.jdbc.MariaDbDataSource;

/** Migrates, and ends without a word after a write that no process before it met. */
final class MigratingProcess {

    static final int ENDED = 9;

    private MigratingProcess() {}

    public static void main(String... args) throws Exception {
        Path met = Path.of(args[2]);
        var known = new HashSet<String>(Files.exists(met) ? Files.readAllLines(met) : List.of());
        var cuts = new Cuts(known, Integer.parseInt(args[3]), (write, connection) -> {
            try {
                Files.write(met, known);
            } catch (IOException e) {
                throw new SQLException(e);
            }
            Runtime.getRuntime().halt(ENDED);
        });
        var source = new MariaDbDataSource(args[0]);
        source.setUser(args[1]);
        source.setPassword(System.getenv("APPUI_PASSWORD"));
        var flyway = Flyway.configure().dataSource(cuts.over(source));
        new StepByStep().customize(flyway);
        flyway.load().migrate();
    }
}
