package fr.appui.outreach;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.AlertChannel;
import fr.appui.trace.CallId;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Queues alerts, by every way that the site has. */
@ApplicationScoped
class Alerts {

    private final AlertQueue queue;
    private final Clock clock;
    private final List<AlertChannel> channels;

    Alerts(AlertQueue queue, Clock clock, @All List<Messenger> messengers) {
        this.queue = queue;
        this.clock = clock;
        this.channels = messengers.stream()
                .filter(Messenger::isConfigured)
                .map(Messenger::channel)
                .toList();
    }

    /** @param call empty when it is about a duty */
    record About(TerritoryCode territory, Optional<CallId> call) {}

    void toCoordination(About about, Alert.Content content) {
        queue.add(to(about, Optional.empty(), content).toList(), clock.instant());
    }

    void toEverybody(About about, List<PhysicianId> physicians, Alert.Content content) {
        Stream<Alert> alerts = Stream.concat(
                to(about, Optional.empty(), content),
                physicians.stream().flatMap(physician -> to(about, Optional.of(physician), content)));
        queue.add(alerts.toList(), clock.instant());
    }

    private Stream<Alert> to(About about, Optional<PhysicianId> physician, Alert.Content content) {
        return channels.stream()
                .map(channel ->
                        new Alert(UUID.randomUUID(), about.call(), about.territory(), channel, physician, content));
    }
}
