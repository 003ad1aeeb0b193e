package fr.appui.outreach;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.push.PhysicianMessages;
import fr.appui.trace.AlertChannel;
import fr.appui.trace.CallId;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Queues alerts, by every way that the site has. */
@ApplicationScoped
class Alerts {

    /** Where the calls that wait for somebody, and the duty of this evening, are seen. */
    private static final String CALLS = "/mes-appels";

    private static final String DUTIES = "/mes-astreintes";

    static final Duration SILENCE = Duration.ofHours(1);

    private final AlertQueue queue;
    private final PhysicianMessages devices;
    private final Clock clock;
    private final List<AlertChannel> channels;

    Alerts(AlertQueue queue, PhysicianMessages devices, Clock clock, @All List<Messenger> messengers) {
        this.queue = queue;
        this.devices = devices;
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

    /**
     * Once an hour, of whatever has this subject: what is so of one call is so of the next ones. What is queued tells, so that whoever ends
     * before the commit has told nobody, and is no reason for silence.
     */
    void toCoordinationHourly(About about, Alert.Content content) {
        if (!queue.wasQueued(
                about.territory(), content.subject(), clock.instant().minus(SILENCE))) {
            toCoordination(about, content);
        }
    }

    /** Physicians see its subject on their devices as well. */
    @Transactional
    void toEverybody(About about, List<PhysicianId> physicians, Alert.Content content) {
        Stream<Alert> alerts = Stream.concat(
                to(about, Optional.empty(), content),
                physicians.stream().flatMap(physician -> to(about, Optional.of(physician), content)));
        queue.add(alerts.toList(), clock.instant());
        String page = about.call().isPresent() ? CALLS : DUTIES;
        physicians.forEach(physician ->
                devices.show(physician.value(), about.territory().value(), content.subject(), page, clock.instant()));
    }

    private Stream<Alert> to(About about, Optional<PhysicianId> physician, Alert.Content content) {
        return channels.stream()
                .map(channel ->
                        new Alert(UUID.randomUUID(), about.call(), about.territory(), channel, physician, content));
    }
}
