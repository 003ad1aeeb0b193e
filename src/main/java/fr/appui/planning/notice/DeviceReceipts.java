package fr.appui.planning.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** What devices say of the messages they were sent. */
@ApplicationScoped
public class DeviceReceipts {

    private final DeviceQueue queue;
    private final Clock clock;

    DeviceReceipts(DeviceQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /** @return false for a message that was never sent, or of which the device has said it already */
    public boolean shown(UUID message) {
        return queue.received(message, clock.instant());
    }
}
