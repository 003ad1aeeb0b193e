package fr.appui.directory.store;

import fr.appui.directory.TerritoryChange;
import fr.appui.directory.TerritoryCode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "territory_change")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class TerritoryChangeRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "territory")
    String territory;

    @Column(name = "changed_on")
    LocalDate changedOn;

    @Column(name = "sentence")
    String sentence;

    static TerritoryChangeRow of(TerritoryChange change) {
        var row = new TerritoryChangeRow();
        row.territory = change.territory().value();
        row.changedOn = change.date();
        row.sentence = change.sentence();
        return row;
    }

    TerritoryChange toChange() {
        return new TerritoryChange(new TerritoryCode(territory), changedOn, sentence);
    }
}
