package fr.appui.planning.store;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.notice.DeviceAlertBook.Told;
import fr.appui.planning.notice.DeviceQueue.Waiting;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "device_alert")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class DeviceAlertRow extends OnDevice {

    @Column(name = "physician_id")
    String physician;

    /** Absent where the version before wrote it. */
    @Column(name = "territory")
    @Nullable
    String territory;

    @Column(name = "text")
    String text;

    @Column(name = "page")
    String page;

    static List<DeviceAlertRow> ofTerritory(TerritoryCode territory, Instant since, int most) {
        return DeviceAlertRow.<DeviceAlertRow>find(
                        "territory = ?1 and queuedAt >= ?2 order by queuedAt desc, id", territory.value(), since)
                .page(0, most)
                .list();
    }

    Waiting toWaiting() {
        return new Waiting(UUID.fromString(id), UUID.fromString(device), text, page, queuedAt);
    }

    Told toTold() {
        return new Told(UUID.fromString(id), PhysicianId.parse(physician), text, queuedAt, toOtherWay());
    }
}
