package fr.appui.trace.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import fr.appui.Whole;
import fr.appui.trace.CallEvent;
import fr.appui.trace.Calls;
import fr.appui.trace.Journal;
import fr.appui.trace.WireEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** With a real broker: from the journal through the outbox and Kafka to a consumer. */
@Whole
@QuarkusTest
@TestProfile(KafkaWireIT.WithBroker.class)
@QuarkusTestResource(value = EmbeddedKafka.class, restrictToAnnotatedClass = true)
class KafkaWireIT {

    public static final class WithBroker implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("appui.events.kafka", "true");
        }
    }

    @Inject
    Journal journal;

    @Inject
    Listener listener;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @ConfigProperty(name = "appui.events.topic")
    String topic;

    @ConfigProperty(name = "quarkus.application.version")
    String version;

    @Test
    void events_arrive_keyed_by_call_in_order_and_hold_no_number_and_no_name() {
        List<CallEvent> answered = Calls.answeredBySecond("kafka-1");
        List<CallEvent> every = Calls.everyKind("kafka-2");
        journal.append(answered);
        journal.append(every);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> listener.heardOf("kafka-1").size() == answered.size()
                        && listener.heardOf("kafka-2").size() == every.size());

        List<ConsumerRecord<String, String>> messages = messagesOf(Map.of("kafka-1", answered, "kafka-2", every));
        assertThat(idsOf("kafka-1", messages)).isEqualTo(ids(answered)).isEqualTo(listener.heardOf("kafka-1"));
        assertThat(idsOf("kafka-2", messages)).isEqualTo(ids(every));
        assertThat(messages).allSatisfy(message -> {
            assertThat(new String(message.headers().lastHeader("content-type").value(), StandardCharsets.UTF_8))
                    .startsWith("application/cloudevents+json");
            assertThat(WireEvent.parse(message.value()).writtenBy()).contains(version);
            assertThat(message.value()).doesNotContain("611223344", "655667788", "344112233", "Martin", "+33");
        });
    }

    @Test
    void a_repeated_message_is_consumed_once_and_one_that_is_no_event_is_set_aside() throws Exception {
        List<CallEvent> events = Calls.answeredBySecond("kafka-3");
        journal.append(events);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> listener.heardOf("kafka-3").size() == events.size());
        String repeated = WireEvent.of(events.getFirst()).json();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker), new StringSerializer(), new StringSerializer())) {
            for (String text :
                    List.of("no event at all", repeated, repeated.replace("kafka-3/received", "kafka-3/later"))) {
                producer.send(new ProducerRecord<>(topic, "kafka-3", text)).get();
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> listener.heardOf("kafka-3").contains("kafka-3/later"));
        assertThat(listener.heardOf("kafka-3").stream().filter("kafka-3/received"::equals))
                .hasSize(1);
        given().get("/api/events/parked").then().body("items.consumer", hasItem("unreadable"));
    }

    private List<ConsumerRecord<String, String>> messagesOf(Map<String, List<CallEvent>> calls) {
        var messages = new ArrayList<ConsumerRecord<String, String>>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker, "auto.offset.reset", "earliest", "group.id", "test");
        try (var reader = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            reader.subscribe(List.of(topic));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                reader.poll(Duration.ofMillis(500)).forEach(messages::add);
                return calls.entrySet().stream()
                        .allMatch(call -> idsOf(call.getKey(), messages).size()
                                >= call.getValue().size());
            });
        }
        return messages;
    }

    private static List<String> idsOf(String call, List<ConsumerRecord<String, String>> messages) {
        return messages.stream()
                .filter(message -> call.equals(message.key()))
                .map(message -> WireEvent.parse(message.value()).id())
                .toList();
    }

    private static List<String> ids(List<CallEvent> events) {
        return events.stream().map(event -> WireEvent.of(event).id()).toList();
    }
}
