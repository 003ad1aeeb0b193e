package fr.appui.trace.outbox;

import fr.appui.trace.CallEventConsumer;
import fr.appui.trace.WireEvent;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/** Hands an event to every consumer, to each exactly once. */
@ApplicationScoped
class Consumers {

    private static final Logger LOG = Logger.getLogger(Consumers.class);
    private static final int TRIES_BEFORE_PARKING = 3;
    private static final int FIRST = 1;

    private final List<CallEventConsumer> consumers;
    private final ConsumedEvents consumed;
    private volatile boolean stopping;

    Consumers(@All List<CallEventConsumer> consumers, ConsumedEvents consumed) {
        this.consumers = consumers;
        this.consumed = consumed;
    }

    /** Before anything is taken away: from here on a failure says nothing about the event. */
    void stop(@Observes @Priority(FIRST) ShutdownEvent stop) {
        stopping = true;
    }

    /**
     * One by one, but for a consumer who is content with the last: where that fails, one by one too, so that a single bad event shows
     * itself.
     *
     * @throws ServiceStops when the process is on its way out
     * @throws RuntimeException any other, when the database is away: the same events must be delivered again
     */
    void deliver(List<WireEvent> ofOneCall) {
        for (CallEventConsumer consumer : consumers) {
            List<WireEvent> wanted = ofOneCall.stream().filter(consumer::wants).toList();
            boolean together = consumer.isContentWithTheLast() && wanted.size() > 1;
            if (!together || !deliveredTogether(wanted, consumer)) {
                wanted.forEach(event -> deliver(event, consumer));
            }
        }
    }

    private boolean deliveredTogether(List<WireEvent> wanted, CallEventConsumer consumer) {
        try {
            QuarkusTransaction.requiringNew().run(() -> consumeOnce(wanted, consumer));
            return true;
        } catch (RuntimeException failed) {
            return false;
        }
    }

    private void deliver(WireEvent event, CallEventConsumer consumer) {
        for (int attempt = 1; attempt <= TRIES_BEFORE_PARKING; attempt++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> consumeOnce(List.of(event), consumer));
                return;
            } catch (RuntimeException failed) {
                if (stopping) {
                    throw new ServiceStops(failed);
                }
                if (Problems.isStorageAway(failed)) {
                    throw failed;
                }
                if (attempt == TRIES_BEFORE_PARKING) {
                    LOG.errorf(failed, "event %s is set aside for %s", event.id(), consumer.name());
                    QuarkusTransaction.requiringNew().run(() -> consumed.park(consumer.name(), event, failed));
                }
            }
        }
    }

    /** What an event met while storage and beans were being taken away; it is delivered again at the next start. */
    static final class ServiceStops extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ServiceStops(RuntimeException met) {
            super("the service stops", met);
        }
    }

    private void consumeOnce(List<WireEvent> ofOneCall, CallEventConsumer consumer) {
        consumed.lock(ofOneCall.getFirst().call());
        if (consumed.note(consumer.name(), ofOneCall)) {
            consumer.consume(ofOneCall.getLast());
        }
    }
}
