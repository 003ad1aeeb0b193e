package fr.appui.planning.store;

import fr.appui.access.PhysicianDevices;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.WholeCharacters;
import fr.appui.planning.notice.DeviceAlertBook;
import fr.appui.planning.notice.DeviceAlerts;
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

    private final Tries<DeviceAlertRow> tries = new Tries<>(DeviceAlertRow.class, OnDevice.OPEN);
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
        return tries.take(most, now, patience).stream()
                .map(DeviceAlertRow::toWaiting)
                .toList();
    }

    @Override
    public void accepted(UUID id, Instant now) {
        OnDevice.accepted(tries, id, now);
    }

    @Override
    public void refused(UUID id, String why, Instant now) {
        tries.refused(id, why, now);
    }

    @Override
    public void over(UUID id, String why, Instant now) {
        tries.over(id, why, now);
    }

    @Override
    public boolean received(UUID id, Instant now) {
        return OnDevice.received(tries, id, now);
    }
}
