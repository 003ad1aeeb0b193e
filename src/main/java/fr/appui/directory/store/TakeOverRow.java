package fr.appui.directory.store;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TakeOver;
import fr.appui.directory.TerritoryCode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "take_over")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class TakeOverRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "territory")
    String territory;

    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    TakeOver.Kind kind;

    @Column(name = "name")
    String name;

    @Column(name = "phone")
    String phone;

    @Column(name = "first_day")
    LocalDate from;

    @Column(name = "last_day")
    LocalDate to;

    static TakeOverRow of(TerritoryCode territory, TakeOver one) {
        var row = new TakeOverRow();
        row.territory = territory.value();
        row.kind = one.kind();
        row.name = one.name();
        row.phone = one.phone().e164();
        row.from = one.from();
        row.to = one.to();
        return row;
    }

    TakeOver toTakeOver() {
        return new TakeOver(kind, name, new PhoneNumber(phone), from, to);
    }
}
