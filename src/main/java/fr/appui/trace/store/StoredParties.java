package fr.appui.trace.store;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallId;
import fr.appui.trace.CallParties;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Reads the numbers that {@link CallRows} notes. */
@ApplicationScoped
class StoredParties implements CallParties {

    private static final String ASKED = "SELECT call_id, noted_at_ms FROM call_party"
            + " WHERE role = 'CALL_BACK' AND noted_at_ms >= ? ORDER BY noted_at_ms LIMIT 1000";
    /** Not by the names of the roles: which of them comes first differs from one collation to another. */
    private static final String NUMBER =
            "SELECT e164 FROM call_party WHERE call_id = ? ORDER BY role <> 'CALL_BACK' LIMIT 1";

    private static final int MOST_ASKED = 1_000;

    private final DataSource database;

    StoredParties(DataSource database) {
        this.database = database;
    }

    @Override
    public List<AskedBack> askedBackSince(Instant since) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ASKED)) {
            select.setLong(1, since.toEpochMilli());
            var asked = new ArrayList<AskedBack>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    asked.add(new AskedBack(new CallId(rows.getString(1)), Instant.ofEpochMilli(rows.getLong(2))));
                }
            }
            return asked;
        } catch (SQLException away) {
            throw new IllegalStateException("the numbers of calls cannot be read", away);
        }
    }

    @Override
    public Set<PhoneNumber> calledFrom(Collection<TerritoryCode> territories, Collection<PhoneNumber> asked) {
        if (territories.isEmpty() || asked.isEmpty()) {
            return Set.of();
        }
        if (asked.size() > MOST_ASKED) {
            throw new IllegalArgumentException("ask about " + MOST_ASKED + " numbers at most");
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT DISTINCT p.e164 FROM call_party p JOIN call_summary s ON s.call_id = p.call_id"
                                + " WHERE p.role = 'CALLER' AND s.territory IN (" + places(territories)
                                + ") AND NOT s.trial AND p.e164 IN (" + places(asked) + ")")) {
            int at = 0;
            for (TerritoryCode territory : territories) {
                select.setString(++at, territory.value());
            }
            for (PhoneNumber number : asked) {
                select.setString(++at, number.e164());
            }
            var found = new HashSet<PhoneNumber>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new PhoneNumber(rows.getString(1)));
                }
            }
            return found;
        } catch (SQLException away) {
            throw new IllegalStateException("the numbers of calls cannot be read", away);
        }
    }

    private static String places(Collection<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    @Override
    public Optional<PhoneNumber> numberOf(CallId call) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NUMBER)) {
            select.setString(1, call.value());
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(new PhoneNumber(rows.getString(1))) : Optional.empty();
            }
        } catch (SQLException away) {
            throw new IllegalStateException("the numbers of calls cannot be read", away);
        }
    }
}
