package fr.appui.trace.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The SQL of the outbox. Leases are counted by the database's clock: nodes need not agree on the time. */
final class OutboxRows {

    static final int BATCH = 100;

    private static final String DATABASE_NOW = "CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)";

    record Waiting(long id, String body, int failures) {}

    private final DataSource database;
    private final String node;

    /** @param node tells the nodes apart that share this database */
    OutboxRows(DataSource database, String node) {
        this.database = database;
        this.node = node;
    }

    List<Integer> lanesWithWork() throws SQLException {
        String sql = "SELECT DISTINCT lane FROM outbox WHERE sent_at_ms IS NULL AND parked_at_ms IS NULL";
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement(sql);
                var rows = select.executeQuery()) {
            var lanes = new ArrayList<Integer>();
            while (rows.next()) {
                lanes.add(rows.getInt(1));
            }
            return lanes;
        }
    }

    /** Takes the lane unless another node holds it or is taking it; a node that already holds it goes on holding it. */
    boolean claim(int lane, long leaseMs) throws SQLException {
        String free = "SELECT lane FROM outbox_lane WHERE lane = ? AND (held_until_ms < " + DATABASE_NOW
                + " OR holder = ?) FOR UPDATE SKIP LOCKED";
        String take = "UPDATE outbox_lane SET holder = ?, held_until_ms = " + DATABASE_NOW + " + ? WHERE lane = ?";
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var select = connection.prepareStatement(free);
                    var update = connection.prepareStatement(take)) {
                select.setInt(1, lane);
                select.setString(2, node);
                boolean mine = select.executeQuery().next();
                if (mine) {
                    update.setString(1, node);
                    update.setLong(2, leaseMs);
                    update.setInt(3, lane);
                    update.executeUpdate();
                }
                connection.commit();
                return mine;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    void release(int lane) throws SQLException {
        update("UPDATE outbox_lane SET held_until_ms = 0, holder = NULL WHERE lane = ? AND holder = ?", lane, node);
    }

    List<Waiting> waiting(int lane) throws SQLException {
        String sql = "SELECT id, body, failures FROM outbox WHERE lane = ? AND sent_at_ms IS NULL"
                + " AND parked_at_ms IS NULL ORDER BY id LIMIT " + BATCH;
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setInt(1, lane);
            try (var rows = select.executeQuery()) {
                var waiting = new ArrayList<Waiting>();
                while (rows.next()) {
                    waiting.add(new Waiting(rows.getLong(1), rows.getString(2), rows.getInt(3)));
                }
                return waiting;
            }
        }
    }

    void sent(List<Waiting> events, long nowMs) throws SQLException {
        String ids = events.stream().map(event -> Long.toString(event.id())).collect(Collectors.joining(","));
        try (Connection connection = database.getConnection();
                var update =
                        connection.prepareStatement("UPDATE outbox SET sent_at_ms = ? WHERE id IN (" + ids + ")")) {
            update.setLong(1, nowMs);
            update.executeUpdate();
        }
    }

    void refused(Waiting event, String problem) throws SQLException {
        update(
                "UPDATE outbox SET failures = failures + 1, problem = ? WHERE id = ?",
                Problems.shortened(problem),
                event.id());
    }

    void park(Waiting event, long nowMs) throws SQLException {
        update("UPDATE outbox SET parked_at_ms = ? WHERE id = ?", nowMs, event.id());
    }

    private void update(String sql, Object first, Object second) throws SQLException {
        try (Connection connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setObject(1, first);
            update.setObject(2, second);
            update.executeUpdate();
        }
    }
}
