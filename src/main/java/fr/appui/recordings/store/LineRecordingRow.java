package fr.appui.recordings.store;

import fr.appui.recordings.LineRecordings.Kept;
import fr.appui.recordings.Sound;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "line_recording")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class LineRecordingRow extends PanacheEntityBase {

    @Embeddable
    record Key(
            @Column(name = "territory") String territory,
            @Column(name = "prompt") String prompt) {}

    @EmbeddedId
    Key id;

    @Column(name = "sound", length = 1_000_000)
    byte[] sound;

    @Column(name = "sha256")
    String sha256;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    String changedBy;

    /** In one statement, so that of two at the same moment the later one stays, whole. */
    static void put(Key key, byte[] sound, String sha256, Instant at, String by) {
        getEntityManager()
                .createNativeQuery(
                        "INSERT INTO line_recording (territory, prompt, sound, sha256, changed_at, changed_by)"
                                + " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON DUPLICATE KEY UPDATE sound = VALUES(sound),"
                                + " sha256 = VALUES(sha256), changed_at = VALUES(changed_at), changed_by = VALUES(changed_by)")
                .setParameter(1, key.territory())
                .setParameter(2, key.prompt())
                .setParameter(3, sound)
                .setParameter(4, sha256)
                .setParameter(5, at)
                .setParameter(6, by)
                .executeUpdate();
    }

    Kept toKept() {
        return new Kept(id.prompt(), new Sound(sound), sha256, changedAt, changedBy);
    }
}
