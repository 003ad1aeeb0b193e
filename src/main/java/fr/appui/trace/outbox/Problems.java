package fr.appui.trace.outbox;

import fr.appui.french.WholeCharacters;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/** What went wrong with an event, in one line; and whether it was the event at all. */
final class Problems {

    private static final int LONGEST = 500;

    private Problems() {}

    static String inOneLine(Throwable failed) {
        return shortened(failed.getClass().getSimpleName() + ": " + failed.getMessage());
    }

    static String shortened(String problem) {
        String line = problem.replaceAll("\\s+", " ");
        return WholeCharacters.first(LONGEST, line);
    }

    /** The database did not answer, or gave up a transaction that may be tried again: no event is to blame. */
    static boolean isStorageAway(Throwable failed) {
        return sqlIn(failed).map(Problems::isNobodysFault).orElse(false);
    }

    private static boolean isNobodysFault(SQLException sql) {
        String state = sql.getSQLState();
        return sql instanceof SQLTransientConnectionException
                || state == null
                || !(state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
    }

    /** A transaction that fails at its commit keeps what the database said among its suppressed exceptions. */
    private static Optional<SQLException> sqlIn(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
            for (Throwable beside : cause.getSuppressed()) {
                Optional<SQLException> told = sqlIn(beside);
                if (told.isPresent()) {
                    return told;
                }
            }
        }
        return Optional.empty();
    }
}
