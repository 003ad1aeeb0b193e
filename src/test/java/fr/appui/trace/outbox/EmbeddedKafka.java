package fr.appui.trace.outbox;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.util.Map;

/** A real broker for the Quarkus tests that ask for one. */
public final class EmbeddedKafka implements QuarkusTestResourceLifecycleManager {

    private Broker broker;

    @Override
    public Map<String, String> start() {
        try {
            broker = Broker.onFreePort();
            broker.start();
            return Map.of("kafka.bootstrap.servers", broker.address());
        } catch (IOException e) {
            throw new IllegalStateException("Kafka did not start", e);
        }
    }

    @Override
    public void stop() {
        broker.stop();
    }
}
