package fr.appui.planning.store;

import fr.appui.planning.notice.PhysicianDevices.Known;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

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

    static List<NoticeOnDeviceRow> due(Instant now, int most) {
        return NoticeOnDeviceRow.<NoticeOnDeviceRow>find(OPEN + " and nextAttemptAt <= ?1 order by queuedAt, id", now)
                .page(0, most)
                .list();
    }

    /** Of several nodes that saw it due, one succeeds. */
    boolean claim(Instant until) {
        return update(
                        "nextAttemptAt = ?1, attempts = attempts + 1 where id = ?2 and nextAttemptAt = ?3 and " + OPEN,
                        until,
                        id,
                        nextAttemptAt)
                == 1;
    }
}
