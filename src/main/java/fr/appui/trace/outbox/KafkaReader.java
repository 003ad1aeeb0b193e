package fr.appui.trace.outbox;

import fr.appui.trace.WireEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** The consumers' end of the broker, one event after the other. An event is acknowledged once every consumer has had it. */
@ApplicationScoped
class KafkaReader {

    private static final Logger LOG = Logger.getLogger(KafkaReader.class);
    /** Read again at the next start. */
    private static final CompletionStage<Void> NOT_ACKNOWLEDGED = CompletableFuture.completedFuture(null);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String UNREADABLE = "unreadable";

    private final Consumers consumers;
    private final ConsumedEvents consumed;

    KafkaReader(Consumers consumers, ConsumedEvents consumed) {
        this.consumers = consumers;
        this.consumed = consumed;
    }

    @Incoming("calls-in")
    @Blocking
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> read(Message<String> message) {
        boolean done = false;
        while (!done) {
            try {
                done = tryToDeliver(message);
            } catch (Consumers.ServiceStops stopping) {
                return NOT_ACKNOWLEDGED;
            }
            if (!done && !rest()) {
                return NOT_ACKNOWLEDGED;
            }
        }
        return message.ack();
    }

    /** @return false when the database is away: the same message must be tried again */
    private boolean tryToDeliver(Message<String> message) {
        try {
            deliver(message);
            return true;
        } catch (Consumers.ServiceStops stopping) {
            throw stopping;
        } catch (RuntimeException failed) {
            if (Problems.isStorageAway(failed)) {
                LOG.warnf("consumers wait for the database: %s", Problems.inOneLine(failed));
                return false;
            }
            LOG.errorf(failed, "message passed over: %s", place(message));
            return true;
        }
    }

    private void deliver(Message<String> message) {
        WireEvent event;
        try {
            event = WireEvent.parse(message.getPayload());
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            LOG.errorf("a message that is no event is set aside: %s", place(message));
            QuarkusTransaction.requiringNew()
                    .run(() -> consumed.park(UNREADABLE, place(message), UNREADABLE, message.getPayload(), unreadable));
            return;
        }
        consumers.deliver(List.of(event));
    }

    private static String place(Message<String> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(record -> record.getTopic() + "-" + record.getPartition() + "-" + record.getOffset())
                .orElse("unknown place");
    }

    private static boolean rest() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
