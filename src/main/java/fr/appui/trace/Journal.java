package fr.appui.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where events go. {@link #append} returns at once and never fails towards the call path: it keeps the events of one call
 * in order, stores each key once, and holds them while storage is away.
 */
public interface Journal {

    void append(List<CallEvent> events);

    /**
     * Events of a call under way: in order when this returns, on this machine's disk a moment later, for which no caller waits. What
     * a process that dies in that moment takes with it, the switch's own records tell again.
     */
    default void appendLive(List<CallEvent> events) {
        append(events);
    }

    /** Events reconstructed from the switch's own records after the fact; what was seen live is kept instead. */
    default void appendRebuilt(List<CallEvent> events) {
        append(events);
    }

    /**
     * In the caller's transaction, which keeps in the database what they tell: neither is there without the other, whatever ends the
     * process and whenever. Fails where the database does. What that transaction reads before, it locks: what is read of the call
     * here must be what is there now.
     */
    default void appendKept(List<CallEvent> events) {
        append(events);
    }

    /**
     * The switch started again, and its records of the time before are appended: whatever call of it has no end, and of which
     * nothing was told since, went down with it. Does nothing while storage is away or something is still to be stored.
     *
     * @param since when it started
     */
    default void switchStarted(String switchName, Instant since) {}

    /** Whether much more may be appended: what can be read again later waits until there is room. */
    default boolean hasRoom() {
        return true;
    }

    /** How long the oldest event that is not stored yet has been waiting: what is read from storage is as old. */
    default Duration age() {
        return Duration.ZERO;
    }
}
