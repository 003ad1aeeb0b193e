package fr.appui.trace;

import java.time.Duration;
import java.util.List;

/**
 * Where events go. {@link #append} returns at once and never fails towards the call path: it keeps the events of one call
 * in order, stores each key once, and holds them while storage is away.
 */
public interface Journal {

    void append(List<CallEvent> events);

    /** Events reconstructed from the switch's own records after the fact; what was seen live is kept instead. */
    default void appendRebuilt(List<CallEvent> events) {
        append(events);
    }

    /** Whether much more may be appended: what can be read again later waits until there is room. */
    default boolean hasRoom() {
        return true;
    }

    /** How long the oldest event that is not stored yet has been waiting: what is read from storage is as old. */
    default Duration age() {
        return Duration.ZERO;
    }
}
