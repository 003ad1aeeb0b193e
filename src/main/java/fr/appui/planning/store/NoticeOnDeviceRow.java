package fr.appui.planning.store;

import fr.appui.access.PhysicianDevices.Known;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "notice_on_device")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class NoticeOnDeviceRow extends OnDevice {

    @Column(name = "notice_id")
    String notice;

    static NoticeOnDeviceRow of(String notice, Known device, Instant now) {
        var row = new NoticeOnDeviceRow();
        row.queueFor(device, now);
        row.notice = notice;
        return row;
    }
}
