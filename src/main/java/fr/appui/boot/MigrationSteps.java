package fr.appui.boot;

import fr.appui.web.store.StorageFault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.exception.FlywaySqlException;
import org.flywaydb.core.internal.jdbc.Results;
import org.flywaydb.core.internal.sqlscript.SqlScript;
import org.flywaydb.core.internal.sqlscript.SqlScriptExecutor;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;

/**
 * A migration made statement by statement, so that one cut short goes on where it was. MariaDB commits each change of a table by
 * itself: it is written down before as begun and afterwards as done; what was begun and not done may be there or not, and then
 * « it is there already » is an answer. A change of rows and its note are one transaction. A statement that was never begun is
 * given no such benefit: a table of somebody else is never taken for ours. A database that goes away meanwhile refuses nothing, and
 * what comes of it is no refusal of Flyway's.
 */
final class MigrationSteps implements SqlScriptExecutor {

    /** What is created is there: a table, a column, a key, a row, a trigger, a foreign key; what is dropped is gone. */
    private static final Set<Integer> THERE_ALREADY =
            Set.of(1050, 1060, 1061, 1062, 1068, 1359, 1826, 1051, 1091, 1360);

    private static final Pattern COMMITS_BY_ITSELF = Pattern.compile(
            "^(?:\\s|--[^\\n]*\\n|#[^\\n]*\\n|/\\*.*?\\*/)*(?:CREATE|ALTER|DROP|RENAME|TRUNCATE)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Connection connection;

    MigrationSteps(Connection connection) {
        this.connection = connection;
    }

    /** @param done so many are done for sure @param begun so many were begun */
    private record Progress(int done, int begun) {}

    @Override
    public List<Results> execute(SqlScript script, Configuration configuration) {
        try {
            boolean committedEach = connection.getAutoCommit();
            connection.setAutoCommit(false);
            goOn(script);
            connection.setAutoCommit(committedEach);
            return List.of();
        } catch (SQLException failed) {
            String migration = "migration " + script.getResource().getFilename();
            if (StorageFault.in(failed).filter(StorageFault.AWAY::equals).isPresent()) {
                throw new IllegalStateException(migration + " goes on when the database is back", failed);
            }
            throw new FlywaySqlException(migration, failed);
        }
    }

    private void goOn(SqlScript script) throws SQLException {
        String migration = script.getResource().getFilename();
        Progress before = progress(migration, script.getSqlStatementCount());
        try (SqlStatementIterator statements = script.getSqlStatements()) {
            for (int at = 0; statements.hasNext(); at++) {
                SqlStatement statement = statements.next();
                if (at >= before.done()) {
                    make(statement.getSql(), migration, new Progress(at, before.begun()));
                }
            }
        }
    }

    private void make(String sql, String migration, Progress now) throws SQLException {
        int next = now.done() + 1;
        int begun = Math.max(now.begun(), next);
        if (COMMITS_BY_ITSELF.matcher(sql).matches()) {
            note(migration, new Progress(now.done(), begun));
            connection.commit();
        }
        run(sql, now.done() < now.begun());
        note(migration, new Progress(next, begun));
        connection.commit();
    }

    private void run(String sql, boolean mayBeThere) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            if (!mayBeThere || !THERE_ALREADY.contains(refused.getErrorCode())) {
                throw refused;
            }
        }
    }

    private Progress progress(String migration, int statements) throws SQLException {
        if (!hasTable("= 'migration_step'")) {
            // versions before kept no notes: of theirs that is not in Flyway's history, anything may be there
            boolean isNew = !hasTable("NOT LIKE 'flyway%'");
            create(migration, isNew ? 0 : statements);
        }
        try (PreparedStatement known =
                connection.prepareStatement("SELECT done, begun FROM migration_step WHERE migration = ?")) {
            known.setString(1, migration);
            try (ResultSet row = known.executeQuery()) {
                if (row.next()) {
                    return new Progress(row.getInt(1), row.getInt(2));
                }
            }
        }
        try (PreparedStatement first =
                connection.prepareStatement("INSERT INTO migration_step (migration, done, begun) VALUES (?, 0, 0)")) {
            first.setString(1, migration);
            first.executeUpdate();
            connection.commit();
        }
        return new Progress(0, 0);
    }

    /** The table and its first row at once: MariaDB drops the one when the other does not come. */
    private void create(String migration, int begun) throws SQLException {
        try (PreparedStatement table = connection.prepareStatement("""
                CREATE TABLE migration_step (
                  migration VARCHAR(200) NOT NULL PRIMARY KEY,
                  done      INT NOT NULL,
                  begun     INT NOT NULL
                ) CHARACTER SET utf8mb4 AS SELECT ? AS migration, 0 AS done, ? AS begun""")) {
            table.setString(1, migration);
            table.setInt(2, begun);
            table.executeUpdate();
        }
    }

    private void note(String migration, Progress now) throws SQLException {
        try (PreparedStatement note =
                connection.prepareStatement("UPDATE migration_step SET done = ?, begun = ? WHERE migration = ?")) {
            note.setInt(1, now.done());
            note.setInt(2, now.begun());
            note.setString(3, migration);
            note.executeUpdate();
        }
    }

    private boolean hasTable(String named) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_name " + named)) {
            row.next();
            return row.getInt(1) > 0;
        }
    }
}
