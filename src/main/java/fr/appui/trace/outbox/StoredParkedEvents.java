package fr.appui.trace.outbox;

import fr.appui.trace.ParkedEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import javax.sql.DataSource;

/** Both places where an event may be set aside: before it was sent, and by a consumer. */
@ApplicationScoped
class StoredParkedEvents implements ParkedEvents {

    private static final String PARKED = "(SELECT event_id, type, consumer, problem, parked_at_ms FROM parked_event"
            + " UNION ALL SELECT event_id, type, 'broker', COALESCE(problem, ''), parked_at_ms FROM outbox"
            + " WHERE parked_at_ms IS NOT NULL) parked";

    private final DataSource database;

    StoredParkedEvents(DataSource database) {
        this.database = database;
    }

    @Override
    public Page list(int page, int size) {
        String sql = "SELECT event_id, type, consumer, problem, parked_at_ms FROM " + PARKED
                + " ORDER BY parked_at_ms, event_id LIMIT ? OFFSET ?";
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setInt(1, size);
            select.setLong(2, (long) page * size);
            var items = new ArrayList<Parked>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    items.add(parked(rows));
                }
            }
            return new Page(items, count(connection));
        } catch (SQLException away) {
            throw new IllegalStateException("parked events cannot be read", away);
        }
    }

    private static Parked parked(ResultSet row) throws SQLException {
        return new Parked(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)));
    }

    private static long count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM " + PARKED)) {
            row.next();
            return row.getLong(1);
        }
    }
}
