package fr.appui.trace;

/**
 * Whoever wants every event of every call, in the order of each call: a bean of this type is fed, from the broker where
 * there is one, from the outbox otherwise.
 *
 * <p>{@link #consume} runs in a transaction of its own that also notes the event as consumed: what it writes to the database
 * happens exactly once, however often the event is sent. An event that it refuses again and again is set aside, visibly, and
 * the next ones go on.
 */
public interface CallEventConsumer {

    /** Stable, at most 64 characters: under it is noted what was consumed. */
    String name();

    /** Whether this event says anything to it; what it does not want is not noted as consumed either. */
    default boolean wants(WireEvent event) {
        return true;
    }

    void consume(WireEvent event);

    /** Whether of several events of one call that came together the last is all that it needs to be given. */
    default boolean isContentWithTheLast() {
        return false;
    }
}
