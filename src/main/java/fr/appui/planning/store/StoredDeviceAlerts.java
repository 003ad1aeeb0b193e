package fr.appui.planning.store;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.WholeCharacters;
import fr.appui.planning.notice.DeviceAlertBook;
import fr.appui.planning.notice.DeviceAlerts;
import fr.appui.planning.notice.PhysicianDevices;
import fr.appui.push.PhysicianMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
@Transactional
@Typed({DeviceAlerts.class, DeviceAlertBook.class, PhysicianMessages.class})
class StoredDeviceAlerts implements DeviceAlerts, DeviceAlertBook, PhysicianMessages {

    private static final int LONGEST = 500;

    private final PhysicianDevices devices;

    StoredDeviceAlerts(PhysicianDevices devices) {
        this.devices = devices;
    }

    @Override
    public void show(UUID physician, String territory, String text, String page, Instant now) {
        showOn(new PhysicianId(physician), territory, text, page, now);
    }

    private List<DeviceAlertRow> showOn(
            PhysicianId physician, String territory, String text, String page, Instant now) {
        return devices.of(physician).stream()
                .map(device -> {
                    var row = new DeviceAlertRow();
                    row.queueFor(device, now);
                    row.physician = physician.toString();
                    row.territory = territory;
                    row.text = WholeCharacters.first(LONGEST, text);
                    row.page = page;
                    row.persist();
                    return row;
                })
                .toList();
    }

    @Override
    public List<Told> of(TerritoryCode territory, Instant since, int most) {
        return DeviceAlertRow.ofTerritory(territory, since, most).stream()
                .map(DeviceAlertRow::toTold)
                .toList();
    }

    @Override
    public Optional<Told> again(TerritoryCode territory, UUID id, Instant now) {
        return DeviceAlertRow.<DeviceAlertRow>find("id = ?1 and territory = ?2", id.toString(), territory.value())
                .firstResultOptional()
                .map(row -> again(row, territory, now).toTold());
    }

    private DeviceAlertRow again(DeviceAlertRow row, TerritoryCode territory, Instant now) {
        if (row.isOpen()) {
            row.nextAttemptAt = now;
            row.problem = null;
            return row;
        }
        return showOn(PhysicianId.parse(row.physician), territory.value(), row.text, row.page, now).stream()
                .findFirst()
                .orElse(row);
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
