package fr.appui.boot;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The oldest version that may write to this database, written there by the newest that ever migrated it: a version and the one
 * before run together (docs/adr/0070), an older one does not know what it would spoil.
 */
final class OldestWriter {

    /** The version before this one. */
    static final String BESIDE_THIS = "0.2.0";

    private final DataSource database;

    OldestWriter(DataSource database) {
        this.database = database;
    }

    /** Raised by the nodes of a newer version, never lowered. */
    void raise() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Optional<String> known = read(connection);
            if (known.isEmpty() || isOlder(known.get(), BESIDE_THIS)) {
                try (var write =
                        connection.prepareStatement("REPLACE INTO oldest_writer (id, version) VALUES (1, ?)")) {
                    write.setString(1, BESIDE_THIS);
                    write.executeUpdate();
                }
            }
        }
    }

    /** Empty in a database that no version since 0.2.0 has migrated. */
    Optional<String> read() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return read(connection);
        }
    }

    private static Optional<String> read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT version FROM oldest_writer")) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /** A snapshot counts as the version that it will be. */
    static boolean isOlder(String version, String than) {
        return Arrays.compare(numbers(version), numbers(than)) < 0;
    }

    private static int[] numbers(String version) {
        return List.of(version.split("-", 2)[0].split("\\.")).stream()
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
