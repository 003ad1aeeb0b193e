package fr.appui.directory.store;

import fr.appui.directory.Establishment;
import fr.appui.directory.EstablishmentKind;
import fr.appui.directory.Finess;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "establishment")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class EstablishmentRow extends PanacheEntityBase {

    @Id
    @Column(name = "finess")
    String finess;

    @Version
    @Column(name = "version")
    int version;

    @Column(name = "name")
    String name;

    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    EstablishmentKind kind;

    @Column(name = "usp_recognised")
    @Nullable
    LocalDate uspRecognised;

    @Column(name = "emsp_recognised")
    @Nullable
    LocalDate emspRecognised;

    void fill(Establishment establishment) {
        finess = establishment.finess().value();
        name = establishment.name();
        kind = establishment.kind();
        uspRecognised = establishment.uspRecognised().orElse(null);
        emspRecognised = establishment.emspRecognised().orElse(null);
    }

    Establishment toEstablishment() {
        return new Establishment(
                new Finess(finess),
                name,
                kind,
                Optional.ofNullable(uspRecognised),
                Optional.ofNullable(emspRecognised));
    }
}
