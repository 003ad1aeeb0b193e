package fr.appui.trace.outbox;

import fr.appui.trace.CallEventConsumer;
import fr.appui.trace.WireEvent;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Hands an event to every consumer, to each exactly once. */
@ApplicationScoped
class Consumers {

    private static final Logger LOG = Logger.getLogger(Consumers.class);
    private static final int TRIES_BEFORE_PARKING = 3;

    private final List<CallEventConsumer> consumers;
    private final ConsumedEvents consumed;

    Consumers(@All List<CallEventConsumer> consumers, ConsumedEvents consumed) {
        this.consumers = consumers;
        this.consumed = consumed;
    }

    /** @throws RuntimeException when the database is away: the same event must be delivered again */
    void deliver(WireEvent event) {
        consumers.forEach(consumer -> deliver(event, consumer));
    }

    private void deliver(WireEvent event, CallEventConsumer consumer) {
        for (int attempt = 1; attempt <= TRIES_BEFORE_PARKING; attempt++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> consumeOnce(event, consumer));
                return;
            } catch (RuntimeException failed) {
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

    private void consumeOnce(WireEvent event, CallEventConsumer consumer) {
        consumed.lock(event.call());
        if (consumed.note(consumer.name(), event)) {
            consumer.consume(event);
        }
    }
}
