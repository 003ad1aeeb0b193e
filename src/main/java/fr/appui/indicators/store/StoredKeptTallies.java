package fr.appui.indicators.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.appui.directory.StorageGate;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.Breakdown;
import fr.appui.indicators.CallTally;
import fr.appui.indicators.CallTally.Calls;
import fr.appui.indicators.CallTally.OfRow;
import fr.appui.indicators.CallTally.Sums;
import fr.appui.indicators.KeptTallies;
import fr.appui.indicators.LineBreakdowns;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class StoredKeptTallies implements KeptTallies {

    private static final Logger LOG = Logger.getLogger(StoredKeptTallies.class);

    /** What was not kept again for so long is most often of a version or of hours that are no more. */
    private static final int DAYS_KEPT = 400;

    private static final int FORGOTTEN_AT_ONCE = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Calls>> BUCKETS = new TypeReference<>() {};

    private final DataSource database;
    private final Clock clock;
    private final StorageGate gate;

    StoredKeptTallies(DataSource database, Clock clock, StorageGate gate) {
        this.database = database;
        this.clock = clock;
        this.gate = gate;
    }

    @Override
    public Map<String, Kept<CallTally>> of(TerritoryCode territory, Collection<String> readings) {
        return read("sums", territory, readings, row -> CallTally.of(JSON.readValue(row.getString(3), Sums.class)));
    }

    /** The database takes the row out of the sums: of a year of days these are megabytes. */
    @Override
    public Map<String, Kept<OfRow>> ofRow(
            TerritoryCode territory, Collection<String> readings, Breakdown breakdown, String bucket) {
        return read(
                counts(LineBreakdowns.VOLUME) + ", " + counts(breakdown),
                territory,
                readings,
                row -> new OfRow(calls(row.getString(3), Breakdown.ALL).count(), calls(row.getString(4), bucket)));
    }

    private static String counts(Breakdown breakdown) {
        return "JSON_EXTRACT(sums, '$.counts.\"" + breakdown.code() + "\"')";
    }

    private static Calls calls(@Nullable String counts, String bucket) throws JsonProcessingException {
        return counts == null ? Calls.NONE : JSON.readValue(counts, BUCKETS).getOrDefault(bucket, Calls.NONE);
    }

    private interface Counted<T> {
        T in(ResultSet row) throws SQLException, JsonProcessingException;
    }

    private <T> Map<String, Kept<T>> read(
            String what, TerritoryCode territory, Collection<String> readings, Counted<T> counted) {
        if (readings.isEmpty()) {
            return Map.of();
        }
        String sql = "SELECT reading, revision, " + what + " FROM kept_tally WHERE territory = ? AND reading IN ("
                + String.join(", ", Collections.nCopies(readings.size(), "?")) + ")";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            int place = 1;
            query.setString(place++, territory.value());
            for (String reading : readings) {
                query.setString(place++, reading);
            }
            Map<String, Kept<T>> found = new HashMap<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), new Kept<>(rows.getLong(2), counted.in(rows)));
                }
            }
            return found;
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("kept counts cannot be read", failed);
        }
    }

    @Override
    public void keep(TerritoryCode territory, Map<String, Kept<CallTally>> byReading) {
        if (!byReading.isEmpty() && gate.refusal().isEmpty()) {
            QuarkusTransaction.joiningExisting().run(() -> write(territory, byReading));
        }
    }

    private void write(TerritoryCode territory, Map<String, Kept<CallTally>> byReading) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        try (Connection connection = database.getConnection();
                PreparedStatement row = connection.prepareStatement(
                        "REPLACE INTO kept_tally (territory, reading, revision, sums, kept_on) VALUES (?, ?, ?, ?, ?)");
                PreparedStatement old = connection.prepareStatement(
                        "DELETE FROM kept_tally WHERE kept_on < ? LIMIT " + FORGOTTEN_AT_ONCE)) {
            for (Entry<String, Kept<CallTally>> kept : byReading.entrySet()) {
                row.setString(1, territory.value());
                row.setString(2, kept.getKey());
                row.setLong(3, kept.getValue().revision());
                row.setString(
                        4, JSON.writeValueAsString(kept.getValue().counted().sums()));
                row.setObject(5, today);
                row.addBatch();
            }
            row.executeBatch();
            old.setObject(1, today.minusDays(DAYS_KEPT));
            old.executeUpdate();
        } catch (SQLException unkept) {
            LOG.warnf("counts of %s are not kept and will be made again: %s", territory, unkept.getMessage());
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("counts cannot be written", bug);
        }
    }

    @Override
    public void forget() {
        try (Connection connection = database.getConnection();
                Statement all = connection.createStatement()) {
            all.executeUpdate("DELETE FROM kept_tally");
        } catch (SQLException failed) {
            throw new IllegalStateException("kept counts cannot be forgotten", failed);
        }
    }
}
