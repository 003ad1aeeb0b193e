package fr.appui.planning.notice;

import fr.appui.planning.notice.DeviceQueue.Waiting;
import fr.appui.planning.notice.PhysicianDevices.Known;
import fr.appui.push.PushDevice;
import fr.appui.push.PushSender;
import fr.appui.push.PushSettings;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends to devices what is queued for them. No address of a device is logged: whoever has it may write there. */
@ApplicationScoped
public class DeviceRelay {

    private static final int MOST_AT_ONCE = 20;
    /** One push service that is away holds up nobody: what it has not taken is due later, and others get theirs. */
    private static final int MOST_REFUSED = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Where a physician sees what the message is about, and answers it. */
    private static final String PAGE = "/mes-astreintes";

    private final DeviceQueue queue;
    private final PhysicianDevices devices;
    private final PushSender sender;
    private final PushSettings settings;
    private final Clock clock;

    DeviceRelay(DeviceQueue queue, PhysicianDevices devices, PushSender sender, PushSettings settings, Clock clock) {
        this.queue = queue;
        this.devices = devices;
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "${appui.planning.notices-every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    public void relay() {
        var refusals = new HashMap<String, Integer>();
        List<Waiting> due;
        do {
            due = queue.take(MOST_AT_ONCE, clock.instant(), PATIENCE);
            due.forEach(waiting -> send(waiting, refusals));
        } while (!due.isEmpty());
    }

    /** @param refusals of this turn, by push service */
    private void send(Waiting waiting, Map<String, Integer> refusals) {
        Instant now = clock.instant();
        Optional<Known> device = devices.find(waiting.device());
        if (device.isEmpty()) {
            queue.over(waiting.id(), "cet appareil ne reçoit plus de notifications", now);
        } else if (!now.isBefore(waiting.queuedAt().plus(settings.useful()))) {
            queue.over(waiting.id(), "n’a pas pu être envoyé à temps", now);
        } else {
            send(waiting, device.get().address(), refusals);
        }
    }

    private void send(Waiting waiting, PushDevice device, Map<String, Integer> refusals) {
        String service = device.endpoint().getAuthority();
        if (refusals.getOrDefault(service, 0) >= MOST_REFUSED) {
            queue.refused(
                    waiting.id(),
                    "pas encore essayé : ce service de notification refuse les messages",
                    clock.instant());
            return;
        }
        PushSender.Answer answer = sender.send(device, new PushSender.Shown(waiting.id(), waiting.subject(), PAGE));
        Instant now = clock.instant();
        switch (answer) {
            case PushSender.Answer.Accepted accepted -> queue.accepted(waiting.id(), now);
            case PushSender.Answer.Gone gone -> {
                devices.remove(waiting.device());
                queue.over(waiting.id(), gone.why(), now);
            }
            case PushSender.Answer.Rejected rejected -> queue.over(waiting.id(), rejected.why(), now);
            case PushSender.Answer.Refused refused -> {
                refusals.merge(service, 1, Integer::sum);
                queue.refused(waiting.id(), refused.why(), now);
            }
        }
    }
}
