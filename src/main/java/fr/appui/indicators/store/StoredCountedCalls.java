package fr.appui.indicators.store;

import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.CountedCall;
import fr.appui.indicators.CountedCalls;
import fr.appui.trace.CallId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.sql.DataSource;

@ApplicationScoped
class StoredCountedCalls implements CountedCalls {

    /** Rows fetched at a time: the whole of a year never lies in memory. */
    private static final int FETCHED = 2_000;

    /** Every territory's day begins at one, whatever its clock. */
    private static final long QUARTER_HOUR_MS = 900_000;

    private static final String PUT = "REPLACE INTO counted_call (" + CountedCallColumns.NAMES + ") VALUES ("
            + String.join(", ", Collections.nCopies(CountedCallColumns.COUNT, "?")) + ")";

    private final DataSource database;

    StoredCountedCalls(DataSource database) {
        this.database = database;
    }

    @Override
    public void put(CountedCall call) {
        try (Connection connection = database.getConnection()) {
            if (isKnown(call, connection)) {
                return;
            }
            try (PreparedStatement row = connection.prepareStatement(PUT)) {
                CountedCallColumns.write(call, row);
                row.executeUpdate();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("a counted call cannot be kept", failed);
        }
    }

    private static boolean isKnown(CountedCall call, Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT " + CountedCallColumns.NAMES + " FROM counted_call WHERE call_id = ?")) {
            query.setString(1, call.facts().call().value());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        && CountedCallColumns.values(CountedCallColumns.read(row))
                                .equals(CountedCallColumns.values(call));
            }
        }
    }

    @Override
    public void remove(CallId call) {
        try (Connection connection = database.getConnection();
                PreparedStatement row = connection.prepareStatement("DELETE FROM counted_call WHERE call_id = ?")) {
            row.setString(1, call.value());
            row.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("a counted call cannot be dropped", failed);
        }
    }

    /** By the index, which has the order: for a month MariaDB would read and sort the whole table, and again for the next. */
    @Override
    public void readWhile(
            Collection<TerritoryCode> territories, Instant from, Instant to, Predicate<CountedCall> wantsMore) {
        if (territories.isEmpty()) {
            return;
        }
        String sql = "SELECT " + CountedCallColumns.NAMES
                + " FROM counted_call FORCE INDEX (counted_call_by_territory) WHERE territory IN ("
                + String.join(", ", Collections.nCopies(territories.size(), "?"))
                + ") AND received_at_ms >= ? AND received_at_ms < ? ORDER BY received_at_ms, call_id";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setFetchSize(FETCHED);
            int place = 1;
            for (TerritoryCode territory : territories) {
                query.setString(place++, territory.value());
            }
            query.setLong(place++, from.toEpochMilli());
            query.setLong(place, to.toEpochMilli());
            try (ResultSet rows = query.executeQuery()) {
                boolean more = true;
                while (more && rows.next()) {
                    more = wantsMore.test(CountedCallColumns.read(rows));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("counted calls cannot be read", failed);
        }
    }

    @Override
    public Map<Instant, Long> revisions(TerritoryCode territory, Instant from, Instant to) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT quarter_hour, revision FROM counted_revision"
                                + " WHERE territory = ? AND quarter_hour >= ? AND quarter_hour < ?")) {
            query.setString(1, territory.value());
            query.setLong(2, from.toEpochMilli() / QUARTER_HOUR_MS);
            query.setLong(3, to.toEpochMilli() / QUARTER_HOUR_MS);
            Map<Instant, Long> revisions = new HashMap<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    revisions.put(Instant.ofEpochMilli(rows.getLong(1) * QUARTER_HOUR_MS), rows.getLong(2));
                }
            }
            return revisions;
        } catch (SQLException failed) {
            throw new IllegalStateException("revisions of counted calls cannot be read", failed);
        }
    }

    @Override
    public List<CallId> after(String last, Instant receivedFrom, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT call_id FROM counted_call WHERE call_id > ? AND received_at_ms >= ? ORDER BY call_id LIMIT ?")) {
            query.setString(1, last);
            query.setLong(2, receivedFrom.toEpochMilli());
            query.setInt(3, most);
            List<CallId> calls = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    calls.add(new CallId(rows.getString(1)));
                }
            }
            return calls;
        } catch (SQLException failed) {
            throw new IllegalStateException("counted calls cannot be listed", failed);
        }
    }
}
