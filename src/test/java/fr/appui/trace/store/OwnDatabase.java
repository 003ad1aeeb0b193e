package fr.appui.trace.store;

import fr.appui.boot.EmbeddedMariaDb;
import fr.appui.boot.MariaDbResource;
import fr.appui.trace.CallEvent;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.mariadb.jdbc.MariaDbDataSource;

/** A database that no running service uses: for tests that play several nodes themselves. */
public final class OwnDatabase implements AutoCloseable {

    /** The version that stored events say they were written by. */
    public static final String VERSION = "1.2.3";

    private static final int TRIES = 10;

    private final EmbeddedMariaDb server = MariaDbResource.startThrowAway();
    private final MariaDbDataSource source = new MariaDbDataSource();
    private final AtomicLong positions = new AtomicLong();

    public OwnDatabase() throws SQLException {
        source.setUrl(server.url());
        source.setUser(server.user());
        source.setPassword(server.password());
        Flyway.configure().dataSource(source).load().migrate();
    }

    public DataSource source() {
        return source;
    }

    /** As one node's journal would: two that write the same call may collide, and one of them tries again. */
    public void store(List<CallEvent> events) throws SQLException {
        var tables = new EventTables(source, VERSION, () -> 7);
        var entries = events.stream()
                .map(event -> new Spool.Entry(positions.incrementAndGet(), event, false))
                .toList();
        for (int left = TRIES; ; left--) {
            try {
                tables.write(entries);
                return;
            } catch (SQLTransactionRollbackException collision) {
                if (left == 0) {
                    throw collision;
                }
            }
        }
    }

    public long count(String from) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM " + from)) {
            row.next();
            return row.getLong(1);
        }
    }

    public void run(String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
