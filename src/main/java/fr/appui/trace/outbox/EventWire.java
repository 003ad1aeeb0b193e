package fr.appui.trace.outbox;

import fr.appui.trace.WireEvent;
import java.util.List;

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
     * The first of these, and as many that follow it as go with it at no more cost.
     *
     * @return how many are safely there, at least one
     */
    default int sendTogether(List<WireEvent> events) {
        send(events.getFirst());
        return 1;
    }

    final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String problem, Throwable cause) {
            super(problem, cause);
        }
    }
}
