package fr.appui.trace.store;

import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.store.Spool.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * Writes events, the people's numbers, the summaries and the outbox in one transaction. Each call's summary row is locked
 * first, in the order of their ids: two nodes never write one call at a time, and what one node sees of a call is all there
 * is. A key that is already there is passed over.
 */
final class EventTables {

    private final DataSource database;
    private final String version;
    private final LongSupplier nowMs;

    EventTables(DataSource database, String version, LongSupplier nowMs) {
        this.database = database;
        this.version = version;
        this.nowMs = nowMs;
    }

    /** @return how many of these events were new */
    int write(List<Entry> batch) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int stored = writeWithin(connection, batch);
                connection.commit();
                return stored;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    /** In the transaction of this connection, which is another's to end. @return how many of these events were new */
    int writeWithin(Connection connection, List<Entry> batch) throws SQLException {
        return write(new CallRows(connection), byCall(batch));
    }

    /** What was told of the calls of this switch that have no end, and of which nothing was told since then; a hundred at most. */
    List<List<CallEvent>> openBefore(String switchName, Instant since) throws SQLException {
        try (Connection connection = database.getConnection()) {
            var rows = new CallRows(connection);
            List<String> open = rows.openBefore(switchName, since);
            return open.isEmpty()
                    ? List.of()
                    : rows.read(open).values().stream()
                            .map(StoredCall::events)
                            .filter(told ->
                                    told.stream().allMatch(event -> event.at().isBefore(since)))
                            .toList();
        }
    }

    private int write(CallRows rows, Map<String, List<Entry>> calls) throws SQLException {
        rows.lock(calls.keySet());
        Map<String, StoredCall> known = rows.read(calls.keySet());
        var fresh = new ArrayList<Entry>();
        for (var call : calls.entrySet()) {
            StoredCall stored = known.computeIfAbsent(call.getKey(), id -> new StoredCall(new CallId(id)));
            List<Entry> added = stored.add(call.getValue());
            fresh.addAll(added);
            if (!added.isEmpty()) {
                rows.summarise(stored);
            }
        }
        rows.insert(fresh);
        rows.tellOthers(fresh.stream().map(Entry::event).toList(), version, nowMs.getAsLong());
        return fresh.size();
    }

    private static Map<String, List<Entry>> byCall(List<Entry> batch) {
        var calls = new TreeMap<String, List<Entry>>();
        for (Entry entry : batch) {
            CallEvent event = entry.event();
            calls.computeIfAbsent(event.call().value(), id -> new ArrayList<>()).add(entry);
        }
        return calls;
    }
}
