package fr.appui.planning.notice;

import fr.appui.access.PhysicianDevices;
import fr.appui.access.PhysicianDevices.Known;
import fr.appui.planning.notice.DeviceQueue.Waiting;
import fr.appui.push.PushDevice;
import fr.appui.push.PushSender;
import fr.appui.push.PushSettings;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sends to devices what is queued for them. No address of a device is logged: whoever has it may write there. */
@ApplicationScoped
public class DeviceRelay {

    private final DeviceQueue notices;
    private final DeviceAlerts alerts;
    private final PhysicianDevices devices;
    private final PushSender sender;
    private final PushSettings settings;
    private final Clock clock;

    DeviceRelay(
            DeviceQueue notices,
            DeviceAlerts alerts,
            PhysicianDevices devices,
            PushSender sender,
            PushSettings settings,
            Clock clock) {
        this.notices = notices;
        this.alerts = alerts;
        this.devices = devices;
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "${appui.planning.notices-every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    public void relay() {
        var refusals = new HashMap<String, Integer>();
        relay(alerts, refusals);
        relay(notices, refusals);
    }

    /** @param refusals of this turn, by push service */
    private void relay(DeviceQueue queue, Map<String, Integer> refusals) {
        new RelayTurn(clock, sender.longestSend()).run(queue::take, waiting -> {
            send(queue, waiting, refusals);
            return true; // one push service that is away holds up no other: what it has not taken is due later
        });
    }

    private void send(DeviceQueue queue, Waiting waiting, Map<String, Integer> refusals) {
        Instant now = clock.instant();
        Optional<Known> device = devices.find(waiting.device());
        if (device.isEmpty()) {
            queue.over(waiting.id(), "cet appareil ne reçoit plus de notifications", now);
        } else if (!now.isBefore(waiting.queuedAt().plus(settings.useful()))) {
            queue.over(waiting.id(), "n’a pas pu être envoyé à temps", now);
        } else {
            send(queue, waiting, device.get().address(), refusals);
        }
    }

    private void send(DeviceQueue queue, Waiting waiting, PushDevice device, Map<String, Integer> refusals) {
        String service = device.endpoint().getAuthority();
        if (refusals.getOrDefault(service, 0) >= RelayTurn.MOST_REFUSED) {
            queue.refused(
                    waiting.id(),
                    "pas encore essayé : ce service de notification refuse les messages",
                    clock.instant());
            return;
        }
        PushSender.Answer answer =
                sender.send(device, new PushSender.Shown(waiting.id(), waiting.subject(), waiting.page()));
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
