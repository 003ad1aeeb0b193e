package fr.appui.trace.outbox;

import fr.appui.trace.WireEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Kafka, keyed by call: a call's events lie in one partition, in order. */
@ApplicationScoped
class KafkaWire implements EventWire {

    /** The CloudEvents content type of a structured message. */
    private static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    private final MutinyEmitter<String> calls;
    private final EventSettings settings;

    KafkaWire(@Channel("calls-out") MutinyEmitter<String> calls, EventSettings settings) {
        this.calls = calls;
        this.settings = settings;
    }

    @Override
    public void send(WireEvent event) {
        var headers = new RecordHeaders().add("content-type", CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(event.call().value())
                .withHeaders(headers)
                .build();
        try {
            calls.sendMessage(Message.of(event.json()).addMetadata(metadata))
                    .await()
                    .atMost(settings.longestSend());
        } catch (RuntimeException failed) {
            throw isTheEventsFault(failed) ? new Refused(Problems.inOneLine(failed), failed) : failed;
        }
    }

    private static boolean isTheEventsFault(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException || cause instanceof SerializationException) {
                return true;
            }
        }
        return false;
    }
}
