package fr.appui.trace.outbox;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Kafka as an organisation has it, each broker a process that the story may kill. */
public final class ThreeBrokers implements QuarkusTestResourceLifecycleManager {

    private List<BrokerProcess> brokers = List.of();

    @Override
    public Map<String, String> start() {
        brokers = BrokerProcess.three();
        brokers.forEach(BrokerProcess::start);
        return Map.of(
                "kafka.bootstrap.servers",
                brokers.stream().map(BrokerProcess::address).collect(Collectors.joining(",")));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(brokers, new TestInjector.MatchesType(List.class));
    }

    @Override
    public void stop() {
        brokers.forEach(BrokerProcess::close);
    }
}
