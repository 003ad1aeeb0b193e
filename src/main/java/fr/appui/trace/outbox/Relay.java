package fr.appui.trace.outbox;

import fr.appui.trace.WireEvent;
import fr.appui.trace.outbox.OutboxRows.Waiting;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Carries waiting events to the wire, lane by lane: claims the lane and commits, sends, then marks as sent. A node that dies
 * in between has its lanes taken over once its lease is over, and what it sent without marking is sent again.
 */
final class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final long LEASE_MS = 60_000;
    private static final int REFUSALS_BEFORE_PARKING = 3;

    private final OutboxRows rows;
    private final EventWire wire;
    private final Clock clock;

    Relay(OutboxRows rows, EventWire wire, Clock clock) {
        this.rows = rows;
        this.wire = wire;
        this.clock = clock;
    }

    /** @return whether more may be waiting already */
    boolean relayOnce() throws SQLException {
        boolean more = false;
        for (int lane : rows.lanesWithWork()) {
            if (rows.claim(lane, LEASE_MS)) {
                try {
                    more |= relay(lane);
                } finally {
                    rows.release(lane);
                }
            }
        }
        return more;
    }

    private boolean relay(int lane) throws SQLException {
        List<Waiting> waiting = rows.waiting(lane);
        long claimed = System.nanoTime();
        int done = 0;
        while (done < waiting.size()) {
            if (System.nanoTime() - claimed > LEASE_MS * 1_000_000 / 2) {
                return true; // half the lease is left for the send in hand: another round claims anew
            }
            int gone = relay(waiting.subList(done, waiting.size()));
            if (gone == 0) {
                return true;
            }
            done += gone;
        }
        return waiting.size() == OutboxRows.BATCH;
    }

    /** @return how many are done with; 0 when the first stays at the head of its lane, to be tried again */
    private int relay(List<Waiting> events) throws SQLException {
        Waiting event = events.getFirst();
        try {
            int sent = wire.sendTogether(WireEvent.parse(event.body()), readable(events.subList(1, events.size())));
            rows.sent(events.subList(0, sent), clock.millis());
            return sent;
        } catch (EventWire.Refused | IllegalArgumentException refused) {
            rows.refused(event, Problems.inOneLine(refused));
            boolean park = event.failures() + 1 >= REFUSALS_BEFORE_PARKING;
            if (park) {
                rows.park(event, clock.millis());
                LOG.errorf(refused, "outbox row %d is set aside after %d refusals", event.id(), event.failures() + 1);
            }
            return park ? 1 : 0;
        }
    }

    /** Up to one that cannot be read, which is refused when it is the first. */
    private static Stream<WireEvent> readable(List<Waiting> events) {
        return events.stream().map(Relay::read).takeWhile(Optional::isPresent).map(Optional::orElseThrow);
    }

    private static Optional<WireEvent> read(Waiting event) {
        try {
            return Optional.of(WireEvent.parse(event.body()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
