package fr.appui.trace.outbox;

import fr.appui.trace.WireEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Duration;
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
            done = tryToDeliver(message);
            if (!done && !rest()) {
                return CompletableFuture.completedFuture(null); // not acknowledged: read again at the next start
            }
        }
        return message.ack();
    }

    /** @return false when the database is away */
    private boolean tryToDeliver(Message<String> message) {
        try {
            consumers.deliver(WireEvent.parse(message.getPayload()));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            setAside(message, unreadable);
        } catch (RuntimeException away) {
            LOG.warnf("consumers wait: %s", Problems.inOneLine(away));
            return false;
        }
        return true;
    }

    private void setAside(Message<String> message, RuntimeException unreadable) {
        String place = message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(record -> record.getTopic() + "-" + record.getPartition() + "-" + record.getOffset())
                .orElse("unknown place");
        LOG.errorf(unreadable, "a message that is no event is set aside: %s", place);
        QuarkusTransaction.requiringNew()
                .run(() -> consumed.park(UNREADABLE, place, UNREADABLE, message.getPayload(), unreadable));
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
