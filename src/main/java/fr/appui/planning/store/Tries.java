package fr.appui.planning.store;

import fr.appui.french.WholeCharacters;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one way: those due are claimed, and what came of each try is noted. What is said of a message that is open no more
 * changes nothing.
 */
final class Tries<R extends OnItsWay> {

    private static final int LONGEST_PROBLEM = 500;

    private final Class<R> kind;
    private final String open;

    /** @param open which are still to be sent: what a receipt speaks of was taken, whatever the answer said */
    Tries(Class<R> kind, String open) {
        this.kind = kind;
        this.open = open;
    }

    /** Of several nodes that see one due, one is given it. */
    List<R> take(int most, Instant now, Duration patience) {
        return Panache.getEntityManager()
                .createQuery(
                        "from " + kind.getSimpleName() + " where " + open
                                + " and nextAttemptAt <= ?1 order by queuedAt, id",
                        kind)
                .setParameter(1, now)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .filter(row -> claim(row, now.plus(patience)))
                .toList();
    }

    private boolean claim(R row, Instant until) {
        return update(
                        "nextAttemptAt = ?1, attempts = attempts + 1 where id = ?2 and nextAttemptAt = ?3 and " + open,
                        until,
                        row.id,
                        row.nextAttemptAt)
                == 1;
    }

    /** Tried again later, each time a little later. */
    void refused(UUID id, String why, Instant now) {
        R row = Panache.getEntityManager().find(kind, id.toString());
        if (row != null) {
            update(
                    "nextAttemptAt = ?1, problem = ?2 where id = ?3 and " + open,
                    now.plus(StoredNotices.waitAfter(row.attempts)),
                    WholeCharacters.first(LONGEST_PROBLEM, why),
                    row.id);
        }
    }

    void over(UUID id, String why, Instant now) {
        update("overAt = ?1, problem = ?2 where id = ?3 and " + open, now, why, id.toString());
    }

    /** @param change as of an HQL update, from after {@code set} on */
    int update(String change, @Nullable Object... values) {
        Query query = Panache.getEntityManager().createQuery("update " + kind.getSimpleName() + " set " + change);
        for (int at = 0; at < values.length; at++) {
            query.setParameter(at + 1, values[at]);
        }
        return query.executeUpdate();
    }
}
