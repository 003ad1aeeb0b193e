package fr.appui.rota.store;

import fr.appui.directory.PhysicianId;
import fr.appui.rota.BusySpells.BusySpell;
import fr.appui.rota.BusySpells.Reason;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "rota_busy")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class BusyRow extends PanacheEntityBase {

    @Embeddable
    record Key(
            @Column(name = "physician_id") String physicianId,
            @Column(name = "begun_at") Instant begunAt) {}

    @EmbeddedId
    Key key;

    @Column(name = "ends_at")
    Instant endsAt;

    /** Absent in what a version before wrote: it knew one reason. */
    @Column(name = "reason")
    @Nullable
    String reason;

    Reason why() {
        return reason == null ? Reason.PRIORITY_DUTY : Reason.valueOf(reason);
    }

    BusySpell toSpell() {
        return new BusySpell(PhysicianId.parse(key.physicianId()), key.begunAt(), endsAt, why());
    }
}
