package fr.appui.web.store;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an error of storage means to whoever asked. */
public enum StorageFault {
    /** The database does not answer, or gave no connection in time. */
    AWAY,
    /** The database was lost while it recorded: whether it did is not known. */
    UNCERTAIN,
    /** Somebody else did it at the same moment. */
    COLLISION;

    private static final String CONNECTION = "08";
    private static final String ROLLED_BACK = "40";

    /** MariaDB's numbers: a double, a row that others point at or that is gone, a row that changed; a lock that did not come. */
    private static final Set<Integer> COLLISIONS = Set.of(1062, 1451, 1452, 1020, 1205, 1213);

    /** What the pool says where a connection that the database let go of cannot join a transaction; the driver's word is not its cause. */
    private static final String NOT_JOINED = "association of connection to existing transaction";

    private static final int MOST_CAUSES = 100;

    /** Empty for what is no error of storage. Looked for among causes, and among what a transaction manager adds to its own exception. */
    public static Optional<StorageFault> in(Throwable failed) {
        List<Throwable> causes = new ArrayList<>(List.of(failed));
        for (int next = 0; next < causes.size() && causes.size() < MOST_CAUSES; next++) {
            Throwable cause = causes.get(next);
            Stream.concat(Stream.ofNullable(cause.getCause()), Stream.of(cause.getSuppressed()))
                    .filter(other -> !causes.contains(other))
                    .forEach(causes::add);
        }
        List<SQLException> said = causes.stream()
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .toList();
        Optional<StorageFault> known =
                said.stream().flatMap(sql -> of(sql).stream()).findFirst();
        boolean committing = !said.isEmpty() && causes.stream().anyMatch(RollbackException.class::isInstance);
        return committing && !known.equals(Optional.of(COLLISION)) ? Optional.of(UNCERTAIN) : known;
    }

    /** Whether the database went: a lock that did not come, or a row that changed, is an answer of one that is there. */
    public static boolean isOutage(Throwable failed) {
        return in(failed).filter(fault -> fault != COLLISION).isPresent();
    }

    private static Optional<StorageFault> of(SQLException sql) {
        String state = Objects.requireNonNullElse(sql.getSQLState(), "");
        String said = String.valueOf(sql.getMessage());
        if (COLLISIONS.contains(sql.getErrorCode()) || state.startsWith(ROLLED_BACK)) {
            return Optional.of(COLLISION);
        }
        boolean away = sql instanceof SQLTransientException
                || state.startsWith(CONNECTION)
                || said.contains("Acquisition timeout")
                || said.contains(NOT_JOINED);
        return away ? Optional.of(AWAY) : Optional.empty();
    }
}
