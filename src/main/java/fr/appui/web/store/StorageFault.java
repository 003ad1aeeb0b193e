package fr.appui.web.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an error of storage means to whoever asked. */
public enum StorageFault {
    /** The database does not answer, or gave no connection in time. */
    AWAY,
    /** Somebody else did it at the same moment. */
    COLLISION;

    private static final String CONNECTION = "08";
    private static final String ROLLED_BACK = "40";

    /** MariaDB's numbers: a double, a row that others point at or that is gone, a row that changed; a lock that did not come. */
    private static final Set<Integer> COLLISIONS = Set.of(1062, 1451, 1452, 1020, 1205, 1213);

    /** Empty for what is no error of storage. */
    public static Optional<StorageFault> in(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .flatMap(sql -> of(sql).stream())
                .findFirst();
    }

    private static Optional<StorageFault> of(SQLException sql) {
        String state = Objects.requireNonNullElse(sql.getSQLState(), "");
        String said = String.valueOf(sql.getMessage());
        if (COLLISIONS.contains(sql.getErrorCode()) || state.startsWith(ROLLED_BACK)) {
            return Optional.of(COLLISION);
        }
        boolean away = sql instanceof SQLTransientException
                || state.startsWith(CONNECTION)
                || said.contains("Acquisition timeout");
        return away ? Optional.of(AWAY) : Optional.empty();
    }
}
