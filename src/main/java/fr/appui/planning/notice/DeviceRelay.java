package fr.appui.planning.notice;

import fr.appui.planning.notice.DeviceQueue.Waiting;
import fr.appui.planning.notice.PhysicianDevices.Known;
import fr.appui.push.PushSender;
import fr.appui.push.PushSettings;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sends to devices what is queued for them. No address of a device is logged: whoever has it may write there. */
@ApplicationScoped
public class DeviceRelay {

    private static final int MOST_AT_ONCE = 20;
    /** One push service that is away holds up nobody for long: what it refuses is due later. */
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
        int refused = 0;
        List<Waiting> due;
        do {
            due = queue.take(MOST_AT_ONCE, clock.instant(), PATIENCE);
            for (Waiting waiting : due) {
                if (!send(waiting) && ++refused == MOST_REFUSED) {
                    return;
                }
            }
        } while (!due.isEmpty());
    }

    /** @return false when its push service did not take it for now */
    private boolean send(Waiting waiting) {
        Instant now = clock.instant();
        Optional<Known> device = devices.find(waiting.device());
        if (device.isEmpty()) {
            queue.over(waiting.id(), "cet appareil ne reçoit plus de notifications", now);
            return true;
        }
        if (!now.isBefore(waiting.queuedAt().plus(settings.useful()))) {
            queue.over(waiting.id(), "n’a pas pu être envoyé à temps", now);
            return true;
        }
        var shown = new PushSender.Shown(waiting.id(), waiting.subject(), PAGE);
        return switch (sender.send(device.get().address(), shown)) {
            case PushSender.Answer.Accepted accepted -> {
                queue.accepted(waiting.id(), now);
                yield true;
            }
            case PushSender.Answer.Gone gone -> {
                devices.remove(waiting.device());
                queue.over(waiting.id(), "ce navigateur n’existe plus", now);
                yield true;
            }
            case PushSender.Answer.Refused refused -> {
                queue.refused(waiting.id(), refused.why(), now);
                yield false;
            }
        };
    }
}
