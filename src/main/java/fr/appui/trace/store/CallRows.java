package fr.appui.trace.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.CallStory;
import fr.appui.trace.EventJson;
import fr.appui.trace.EventNames;
import fr.appui.trace.Origin;
import fr.appui.trace.WireEvent;
import fr.appui.trace.store.Spool.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The SQL of the call tables, on one connection. */
final class CallRows {

    private static final Logger LOG = Logger.getLogger(CallRows.class);

    private static final Duration LOOKED_BACK = Duration.ofDays(2);

    private final Connection connection;

    CallRows(Connection connection) {
        this.connection = connection;
    }

    /** Makes and locks each call's summary row. @param calls in one order everywhere, or two nodes wait for each other */
    void lock(Collection<String> calls) throws SQLException {
        // not INSERT IGNORE, whose shared lock two nodes would both hold and both want to raise
        String sql = "INSERT INTO call_summary (call_id) VALUES (?) ON DUPLICATE KEY UPDATE call_id = call_id";
        try (var make = connection.prepareStatement(sql)) {
            for (String call : calls) {
                make.setString(1, call);
                make.addBatch();
            }
            make.executeBatch();
        }
        try (var lock =
                in("SELECT call_id FROM call_summary WHERE call_id IN (%s) ORDER BY call_id FOR UPDATE", calls)) {
            lock.executeQuery().close();
        }
    }

    /** The calls of this switch without an end, of the two days before, which the index finds. */
    List<String> openBefore(String switchName, Instant since) throws SQLException {
        String sql = "SELECT call_id FROM call_summary WHERE received_at_ms BETWEEN ? AND ? AND ended_at_ms IS NULL"
                + " AND LEFT(call_id, LENGTH(call_id) - LOCATE('-', REVERSE(call_id))) = ? ORDER BY received_at_ms LIMIT 100";
        try (var select = connection.prepareStatement(sql)) {
            select.setLong(1, since.minus(LOOKED_BACK).toEpochMilli());
            select.setLong(2, since.toEpochMilli());
            select.setString(3, switchName);
            var open = new ArrayList<String>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    open.add(rows.getString(1));
                }
            }
            return open;
        }
    }

    Map<String, StoredCall> read(Collection<String> calls) throws SQLException {
        var stored = new LinkedHashMap<String, StoredCall>();
        String sql = "SELECT call_id, event_key, type, at_ms, payload, rebuilt FROM call_event"
                + " WHERE call_id IN (%s) ORDER BY id";
        try (var select = in(sql, calls);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                add(rows, stored.computeIfAbsent(rows.getString(1), id -> new StoredCall(new CallId(id))));
            }
        }
        return stored;
    }

    private static void add(ResultSet row, StoredCall call) throws SQLException {
        ObjectNode whole = EventJson.parse(row.getString("payload"));
        whole.put("call", row.getString("call_id"));
        whole.put("at", Instant.ofEpochMilli(row.getLong("at_ms")).toString());
        try {
            call.add(EventJson.read(row.getString("type"), whole), row.getBoolean("rebuilt"));
        } catch (IllegalArgumentException newer) {
            LOG.warnf("call %s holds an event this version cannot read: %s", call.call(), newer.getMessage());
            call.addUnread(row.getString("event_key"));
        }
    }

    void insert(List<Entry> entries) throws SQLException {
        String sql =
                "INSERT INTO call_event (call_id, event_key, type, at_ms, payload, rebuilt) VALUES (?, ?, ?, ?, ?, ?)";
        try (var insert = connection.prepareStatement(sql)) {
            for (Entry entry : entries) {
                CallEvent event = entry.event();
                insert.setString(1, event.call().value());
                insert.setString(2, event.key());
                insert.setString(3, EventNames.of(event));
                insert.setLong(4, event.at().toEpochMilli());
                insert.setString(5, EventJson.payload(event).toString());
                insert.setBoolean(6, entry.rebuilt());
                insert.addBatch();
                noteParty(event);
            }
            insert.executeBatch();
        }
    }

    private void noteParty(CallEvent event) throws SQLException {
        if (event instanceof CallEvent.Received received) {
            noteParty(event, "CALLER", received.caller());
        } else if (event instanceof CallEvent.CallBackAsked asked) {
            noteParty(event, "CALL_BACK", asked.number());
        }
    }

    private void noteParty(CallEvent event, String role, Optional<PhoneNumber> number) throws SQLException {
        if (number.isEmpty()) {
            return;
        }
        String sql = "INSERT IGNORE INTO call_party (call_id, role, e164, noted_at_ms) VALUES (?, ?, ?, ?)";
        try (var insert = connection.prepareStatement(sql)) {
            insert.setString(1, event.call().value());
            insert.setString(2, role);
            insert.setString(3, number.get().e164());
            insert.setLong(4, event.at().toEpochMilli());
            insert.executeUpdate();
        }
    }

    /** @param version of this service, which the envelope names */
    void tellOthers(List<CallEvent> events, String version, long nowMs) throws SQLException {
        String sql =
                "INSERT INTO outbox (event_id, call_id, lane, type, body, written_at_ms) VALUES (?, ?, ?, ?, ?, ?)";
        try (var insert = connection.prepareStatement(sql)) {
            for (CallEvent event : events) {
                WireEvent wire = WireEvent.of(event).writtenBy(version);
                insert.setString(1, wire.id());
                insert.setString(2, wire.call().value());
                insert.setInt(3, Lanes.of(wire.call()));
                insert.setString(4, wire.type());
                insert.setString(5, wire.json());
                insert.setLong(6, nowMs);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void summarise(StoredCall stored) throws SQLException {
        CallStory story = stored.story();
        String sql =
                "UPDATE call_summary SET territory = ?, received_at_ms = ?, ended_at_ms = ?, origin = ?, profile = ?,"
                        + " ending = ?, attempts = ?, talk_ms = ?, rebuilt = ?, trial = ? WHERE call_id = ?";
        try (var update = connection.prepareStatement(sql)) {
            update.setString(1, story.territory().map(TerritoryCode::value).orElse(null));
            update.setLong(2, story.start().toEpochMilli());
            update.setObject(3, story.ended().map(e -> e.at().toEpochMilli()).orElse(null));
            // an older node lists this call too, and knows no such origin
            update.setString(
                    4, name(story.received().map(CallEvent.Received::origin).filter(Origin::counts)));
            update.setString(5, name(story.profile()));
            update.setString(6, name(story.ended().map(CallEvent.Ended::ending)));
            update.setInt(7, story.attempts().size());
            update.setLong(8, story.phases().talk().toMillis());
            update.setBoolean(9, stored.rebuilt());
            update.setBoolean(10, !story.counts());
            update.setString(11, stored.call().value());
            update.executeUpdate();
        }
    }

    private static @Nullable String name(Optional<? extends Enum<?>> code) {
        return code.map(Enum::name).orElse(null);
    }

    private PreparedStatement in(String sql, Collection<String> values) throws SQLException {
        var places = String.join(", ", Collections.nCopies(values.size(), "?"));
        PreparedStatement statement = connection.prepareStatement(sql.formatted(places));
        int place = 1;
        for (String value : values) {
            statement.setString(place++, value);
        }
        return statement;
    }
}
