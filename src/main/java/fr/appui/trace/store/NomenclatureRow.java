package fr.appui.trace.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "nomenclature")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class NomenclatureRow extends PanacheEntityBase {

    @Id
    @Column(name = "version")
    String version;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "source", columnDefinition = "mediumtext")
    String source;

    @Column(name = "loaded_at_ms")
    long loadedAtMs;
}
