package fr.appui.directory.store;

import fr.appui.directory.MailAddress;
import fr.appui.directory.PersonName;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Rpps;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

@Entity
@Table(name = "physician")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class PhysicianRow extends CareerColumns {

    @Id
    @Column(name = "id")
    String id;

    @Version
    @Column(name = "version")
    int version;

    @Column(name = "given_name")
    String givenName;

    @Column(name = "family_name")
    String familyName;

    @Column(name = "rpps")
    String rpps;

    @Column(name = "mail")
    String mail;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "physician_number", joinColumns = @JoinColumn(name = "physician_id"))
    @OrderColumn(name = "position")
    List<NumberColumns> numbers = new ArrayList<>();

    record OneNumber(String physician, NumberColumns number) {}

    /** Of each physician one after the other, in the order in which they gave them; nobody is without. */
    static List<OneNumber> eachNumber() {
        return find("select p.id, n from PhysicianRow p join p.numbers n order by p.id, index(n)")
                .project(OneNumber.class)
                .list();
    }

    void fill(Physician physician) {
        id = physician.id().value().toString();
        givenName = physician.name().given();
        familyName = physician.name().family();
        rpps = physician.rpps().value();
        mail = physician.mail().value();
        fill(physician.career());
        Lists.replace(numbers, physician.numbers(), NumberColumns::of);
    }

    Physician toPhysician() {
        return new Physician(
                PhysicianId.parse(id),
                new PersonName(givenName, familyName),
                new Rpps(rpps),
                new MailAddress(mail),
                toCareer(),
                numbers.stream().map(NumberColumns::toNumber).toList());
    }
}
