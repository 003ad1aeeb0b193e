package fr.appui.planning.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** What devices say of the messages they were sent. */
@ApplicationScoped
public class DeviceReceipts {

    private final DeviceQueue notices;
    private final DeviceAlerts alerts;
    private final Clock clock;

    DeviceReceipts(DeviceQueue notices, DeviceAlerts alerts, Clock clock) {
        this.notices = notices;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** @return false for a message that was never sent, or of which the device has said it already */
    public boolean shown(UUID message) {
        return notices.received(message, clock.instant()) || alerts.received(message, clock.instant());
    }
}
