package fr.appui.rota;

import java.time.Instant;
import java.util.Optional;

/** The snapshot that calls are decided from. Reading it never waits. */
public interface CurrentRota {

    /** {@link IndexedRota#EMPTY} until something was read. */
    IndexedRota current();

    /**
     * Reads storage again. Where it is away the snapshot in memory stays.
     *
     * @return whether storage answered
     */
    boolean refresh();

    /** Whether the last reading of storage succeeded, or none was made yet. */
    default boolean storageAnswers() {
        return true;
    }

    /** Whether storage was not read again for a minute longer than it should: calls go on, but a change may have been missed. */
    boolean isOld(Instant now);

    /** When storage was last read, while it cannot be read again; empty while it can. */
    default Optional<Instant> unreadSince(Instant now) {
        return isOld(now) || !storageAnswers() ? Optional.of(current().takenAt()) : Optional.empty();
    }
}
