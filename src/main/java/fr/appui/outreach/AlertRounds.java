package fr.appui.outreach;

import fr.appui.outreach.AlertQueue.Waiting;
import fr.appui.trace.AlertChannel;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Sends what is queued, one try after the other with longer pauses. A node that dies between sending and noting it sends
 * again: an alert that comes twice is better than one that never comes.
 */
@ApplicationScoped
class AlertRounds {

    private static final Logger LOG = Logger.getLogger(AlertRounds.class);
    private final Watch watch = new Watch(LOG, "alerts");
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    /** What came of a try. */
    private static final Duration TO_NOTE = Duration.ofMinutes(1);

    private final AlertQueue queue;
    private final Recipients recipients;
    private final OutreachSettings settings;
    private final Clock clock;
    private final Map<AlertChannel, Messenger> messengers;

    AlertRounds(
            AlertQueue queue,
            Recipients recipients,
            OutreachSettings settings,
            Clock clock,
            @All List<Messenger> messengers) {
        this.queue = queue;
        this.recipients = recipients;
        this.settings = settings;
        this.clock = clock;
        this.messengers = messengers.stream().collect(Collectors.toMap(Messenger::channel, Function.identity()));
    }

    @Scheduled(every = "${appui.outreach.alerts.every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread // rings people: never waits for a thread that pages hold
    void send() {
        watch.run(() -> {
            for (Waiting waiting : queue.due(clock.instant())) {
                if (queue.take(waiting, clock.instant().plus(longestTry(waiting)))) {
                    send(waiting);
                }
            }
        });
    }

    private void send(Waiting waiting) {
        Alert alert = waiting.alert();
        Optional<String> address = recipients.addressOf(alert);
        if (address.isEmpty()) {
            queue.givenUp(
                    alert,
                    switch (alert.channel()) {
                        case MAIL -> "aucune adresse n’est connue";
                        case SMS -> "aucun numéro de mobile n’est connu";
                    },
                    clock.instant());
            return;
        }
        try {
            Messenger messenger = messengers.get(alert.channel());
            if (messenger == null) {
                throw new Messenger.NotSent("ce moyen d’envoi n’existe plus");
            }
            queue.sent(alert, messenger.send(address.get(), alert), clock.instant());
        } catch (Messenger.NotSent refused) {
            refused(waiting, String.valueOf(refused.getMessage()));
        }
    }

    private void refused(Waiting waiting, String why) {
        Alert alert = waiting.alert();
        LOG.warnf("alert %s %s was not sent: %s", alert.id(), alert.channel(), why);
        if (waiting.tries() + 1 >= settings.alerts().tries()) {
            queue.givenUp(alert, why, clock.instant());
        } else {
            queue.refused(alert.id(), why, clock.instant().plus(pause(waiting.tries())));
        }
    }

    /** However slow the far end is, no other node sends what this one does. */
    private Duration longestTry(Waiting waiting) {
        Messenger messenger = messengers.get(waiting.alert().channel());
        return messenger == null ? TO_NOTE : messenger.longestSend().plus(TO_NOTE);
    }

    private Duration pause(int tries) {
        Duration pause = settings.alerts().firstPause().multipliedBy(1L << Math.min(tries, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
