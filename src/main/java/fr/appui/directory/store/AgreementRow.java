package fr.appui.directory.store;

import fr.appui.directory.Agreement;
import fr.appui.directory.DateSpan;
import fr.appui.directory.DirectoryDesk.KeptAgreement;
import fr.appui.directory.Finess;
import fr.appui.directory.Signatory;
import fr.appui.directory.TerritoryCode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "agreement")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class AgreementRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Version
    @Column(name = "version")
    int version;

    @Column(name = "territory")
    String territory;

    @Column(name = "host")
    String host;

    @Column(name = "partner")
    String partner;

    @Column(name = "signed_on")
    LocalDate signedOn;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    @Nullable
    LocalDate validTo;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "agreement_signatory", joinColumns = @JoinColumn(name = "agreement_id"))
    @OrderColumn(name = "position")
    List<SignatoryColumns> signatories = new ArrayList<>();

    @Embeddable
    record SignatoryColumns(
            @Column(name = "name") String name,
            @Column(name = "role") String role) {}

    /** Of a row that was kept. */
    long number() {
        return id == null ? 0 : id;
    }

    void fill(Agreement agreement) {
        territory = agreement.territory().value();
        host = agreement.host().value();
        partner = agreement.partner().value();
        signedOn = agreement.signedOn();
        validFrom = agreement.dates().from();
        validTo = agreement.dates().to().orElse(null);
        Lists.replace(
                signatories,
                agreement.signatories(),
                signatory -> new SignatoryColumns(signatory.name(), signatory.role()));
    }

    KeptAgreement toKept() {
        return new KeptAgreement(number(), toAgreement(), version);
    }

    Agreement toAgreement() {
        return new Agreement(
                new TerritoryCode(territory),
                new Finess(host),
                new Finess(partner),
                signedOn,
                new DateSpan(validFrom, Optional.ofNullable(validTo)),
                signatories.stream()
                        .map(columns -> new Signatory(columns.name(), columns.role()))
                        .toList());
    }
}
