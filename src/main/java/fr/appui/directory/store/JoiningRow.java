package fr.appui.directory.store;

import fr.appui.directory.Joining;
import fr.appui.directory.TerritoryCode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "line_joining")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class JoiningRow extends PanacheEntityBase {

    @Id
    @Column(name = "territory")
    String territory;

    @Column(name = "joined_into")
    String into;

    @Column(name = "first_day")
    LocalDate firstDay;

    @Column(name = "agreed_on")
    LocalDate agreedOn;

    @Column(name = "reference")
    String reference;

    static JoiningRow of(Joining joining) {
        var row = new JoiningRow();
        row.territory = joining.territory().value();
        row.into = joining.into().value();
        row.firstDay = joining.firstDay();
        row.agreedOn = joining.agreedOn();
        row.reference = joining.reference();
        return row;
    }

    Joining toJoining() {
        return new Joining(new TerritoryCode(territory), new TerritoryCode(into), firstDay, agreedOn, reference);
    }
}
