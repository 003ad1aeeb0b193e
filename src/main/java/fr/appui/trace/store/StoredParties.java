package fr.appui.trace.store;

import fr.appui.directory.PhoneNumber;
import fr.appui.trace.CallId;
import fr.appui.trace.CallParties;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads the numbers that {@link CallRows} notes. */
@ApplicationScoped
class StoredParties implements CallParties {

    private static final String ASKED = "SELECT call_id, noted_at_ms FROM call_party"
            + " WHERE role = 'CALL_BACK' AND noted_at_ms >= ? ORDER BY noted_at_ms LIMIT 1000";
    /** CALL_BACK sorts before CALLER. */
    private static final String NUMBER = "SELECT e164 FROM call_party WHERE call_id = ? ORDER BY role LIMIT 1";

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
