package fr.appui.planning.store;

import fr.appui.directory.PhysicianId;
import fr.appui.french.WholeCharacters;
import fr.appui.planning.notice.DeviceAlerts;
import fr.appui.planning.notice.PhysicianDevices;
import fr.appui.push.PhysicianMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
@Transactional
@Typed({DeviceAlerts.class, PhysicianMessages.class})
class StoredDeviceAlerts implements DeviceAlerts, PhysicianMessages {

    private static final int LONGEST = 500;

    private final PhysicianDevices devices;

    StoredDeviceAlerts(PhysicianDevices devices) {
        this.devices = devices;
    }

    @Override
    public void show(UUID physician, String text, String page, Instant now) {
        for (PhysicianDevices.Known device : devices.of(new PhysicianId(physician))) {
            var row = new DeviceAlertRow();
            row.id = UUID.randomUUID().toString();
            row.physician = physician.toString();
            row.device = device.id().toString();
            row.deviceName = device.name();
            row.text = WholeCharacters.first(LONGEST, text);
            row.page = page;
            row.queuedAt = now;
            row.nextAttemptAt = now;
            row.persist();
        }
    }

    @Override
    public List<Waiting> take(int most, Instant now, Duration patience) {
        return DeviceAlertRow.due(now, most).stream()
                .filter(row -> row.claim(now.plus(patience)))
                .map(DeviceAlertRow::toWaiting)
                .toList();
    }

    @Override
    public void accepted(UUID id, Instant now) {
        DeviceAlertRow.update("acceptedAt = ?1, problem = null where id = ?2", now, id.toString());
    }

    @Override
    public void refused(UUID id, String why, Instant now) {
        DeviceAlertRow.<DeviceAlertRow>findByIdOptional(id.toString())
                .ifPresent(row -> DeviceAlertRow.update(
                        "nextAttemptAt = ?1, problem = ?2 where id = ?3 and " + DeviceAlertRow.OPEN,
                        now.plus(StoredNotices.waitAfter(row.attempts)),
                        WholeCharacters.first(LONGEST, why),
                        row.id));
    }

    @Override
    public void over(UUID id, String why, Instant now) {
        DeviceAlertRow.update(
                "overAt = ?1, problem = ?2 where id = ?3 and " + DeviceAlertRow.OPEN, now, why, id.toString());
    }

    @Override
    public boolean received(UUID id, Instant now) {
        return DeviceAlertRow.update(
                        "receivedAt = ?1, problem = null where id = ?2 and attempts > 0 and receivedAt is null",
                        now,
                        id.toString())
                == 1;
    }
}
