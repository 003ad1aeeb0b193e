package fr.appui.rota.store;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.rota.DutyNumbers.DutyNumber;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

@Entity
@Table(name = "rota_duty_number")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class DutyNumberRow extends PanacheEntityBase {

    @Embeddable
    record Key(
            @Column(name = "physician_id") String physicianId,
            @Column(name = "duty_date") LocalDate date) {}

    @EmbeddedId
    Key key;

    @Column(name = "number")
    String number;

    @Column(name = "changed_at")
    Instant changedAt;

    static Key keyOf(DutyNumber number) {
        return new Key(number.physician().toString(), number.date());
    }

    DutyNumber toDutyNumber() {
        return new DutyNumber(PhysicianId.parse(key.physicianId()), key.date(), new PhoneNumber(number));
    }
}
