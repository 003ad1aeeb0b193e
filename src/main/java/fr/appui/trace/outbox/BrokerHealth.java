package fr.appui.trace.outbox;

import fr.appui.directory.notice.ServerProbe;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether each broker answers, where events go to one. */
@Wellness
@ApplicationScoped
class BrokerHealth implements HealthCheck {

    private final List<ServerProbe> brokers;

    BrokerHealth(
            @ConfigProperty(name = "appui.events.kafka", defaultValue = "false") boolean used,
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers,
            Clock clock) {
        this.brokers = used ? probes(servers, clock) : List.of();
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("kafka").up();
        if (brokers.isEmpty()) {
            answer.withData("courtier", "aucun : les événements restent dans le service");
        }
        for (ServerProbe broker : brokers) {
            answer.withData(broker.address(), broker.trouble().isEmpty());
            broker.trouble().ifPresent(trouble -> answer.withData("attention." + broker.address(), trouble));
        }
        return answer.build();
    }

    /** {@code host:port, host:port}, with or without a protocol before. */
    static List<ServerProbe> probes(String servers, Clock clock) {
        return Stream.of(servers.split(","))
                .map(server -> server.strip().replaceFirst("^.*://", ""))
                .map(server -> new ServerProbe(
                        server.substring(0, server.lastIndexOf(':')),
                        Integer.parseInt(server.substring(server.lastIndexOf(':') + 1)),
                        clock))
                .toList();
    }
}
