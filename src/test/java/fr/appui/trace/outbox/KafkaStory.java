package fr.appui.trace.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.appui.trace.CallEvent;
import fr.appui.trace.Calls;
import fr.appui.trace.Journal;
import fr.appui.trace.WireEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * A Kafka of three brokers of which each is killed in turn while calls are told: {@code ./mvnw verify -Pfailover}. No event is lost, and
 * none is consumed twice; how many lie on the topic twice stands in target/kafka/failover.md and is asserted by none.
 */
@QuarkusTest
@TestProfile(KafkaStory.OfThree.class)
@QuarkusTestResource(value = ThreeBrokers.class, restrictToAnnotatedClass = true)
class KafkaStory {

    public static final class OfThree implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("appui.events.kafka", "true");
        }
    }

    private static final int CALLS = Integer.getInteger("kafka.calls", 150);
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    List<BrokerProcess> brokers;

    @Inject
    Journal journal;

    @Inject
    Listener listener;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String addresses;

    @ConfigProperty(name = "appui.events.topic")
    String topic;

    @Test
    void no_event_is_lost_or_consumed_twice_whichever_broker_is_killed() throws Exception {
        Map<String, List<String>> told = new LinkedHashMap<>();
        tell(told, "before");
        await().atMost(PATIENCE).until(() -> isHeard(told));
        List<Long> behind = new ArrayList<>();
        for (int number = 1; number <= brokers.size(); number++) {
            BrokerProcess broker = brokers.get(number - 1);
            broker.kill();
            tell(told, "without-" + number);
            long begun = System.nanoTime();
            await("all is heard with one away").atMost(PATIENCE).until(() -> isHeard(told));
            behind.add((System.nanoTime() - begun) / 1_000_000);
            broker.start();
            tell(told, "with-" + number);
            await("all is heard with it back").atMost(PATIENCE).until(() -> isHeard(told));
        }

        told.forEach((call, ids) -> assertThat(listener.heardOf(call)).as(call).containsExactlyElementsOf(ids));
        List<String> every = told.values().stream().flatMap(List::stream).toList();
        List<String> onTopic = onTopic(every);
        assertThat(onTopic).containsAll(every);
        String figures =
                "%d calls, %d events, each of three brokers killed in turn: 0 lost, 0 consumed twice, %d twice on the topic; "
                                .formatted(told.size(), every.size(), onTopic.size() - new HashSet<>(onTopic).size())
                        + "ms until all was heard after the last call with one away: " + behind + "\n";
        Files.writeString(Path.of("target", "kafka", "failover.md"), figures);
        System.out.print(figures);
    }

    private void tell(Map<String, List<String>> told, String when) throws InterruptedException {
        for (int number = 0; number < CALLS / (2 * brokers.size() + 1); number++) {
            String call = "three-" + when + "-" + number;
            List<CallEvent> events = Calls.answeredBySecond(call);
            journal.append(events);
            told.put(
                    call, events.stream().map(event -> WireEvent.of(event).id()).toList());
            Thread.sleep(BETWEEN_CALLS);
        }
    }

    private boolean isHeard(Map<String, List<String>> told) {
        return told.entrySet().stream()
                .allMatch(call -> listener.heardOf(call.getKey()).size()
                        >= call.getValue().size());
    }

    private List<String> onTopic(List<String> atLeast) {
        List<String> ids = Collections.synchronizedList(new ArrayList<>());
        Map<String, Object> settings =
                Map.of("bootstrap.servers", addresses, "auto.offset.reset", "earliest", "group.id", "count");
        try (var reader = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            reader.subscribe(List.of(topic));
            await().atMost(PATIENCE).until(() -> {
                reader.poll(Duration.ofMillis(500))
                        .forEach(message ->
                                ids.add(WireEvent.parse(message.value()).id()));
                return new HashSet<>(ids).containsAll(atLeast);
            });
        }
        return List.copyOf(ids);
    }
}
