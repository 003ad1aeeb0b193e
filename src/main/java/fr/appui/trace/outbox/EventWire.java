package fr.appui.trace.outbox;

import fr.appui.trace.WireEvent;
import java.util.stream.Stream;

/** Where the relay carries events to. */
interface EventWire {

    /**
     * Returns once the event is safely there.
     *
     * @throws Refused when this event will never be taken
     * @throws RuntimeException any other, when the other side is away: the event is tried again later
     */
    void send(WireEvent event);

    /**
     * One, and as many that follow it as go with it at no more cost.
     *
     * @param following read as they are asked for
     * @return how many are safely there, at least one
     */
    default int sendTogether(WireEvent first, Stream<WireEvent> following) {
        send(first);
        return 1;
    }

    final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String problem, Throwable cause) {
            super(problem, cause);
        }
    }
}
