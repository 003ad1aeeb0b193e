package fr.appui.directory.store;

import fr.appui.directory.Career;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PersonName;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Rpps;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
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
class PhysicianRow extends PanacheEntityBase {

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
    @CollectionTable(name = "physician_training", joinColumns = @JoinColumn(name = "physician_id"))
    @OrderColumn(name = "position")
    List<CareerColumns.Training> trainings = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "physician_employment", joinColumns = @JoinColumn(name = "physician_id"))
    @OrderColumn(name = "position")
    List<CareerColumns.Employment> employments = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "physician_post", joinColumns = @JoinColumn(name = "physician_id"))
    @OrderColumn(name = "position")
    List<CareerColumns.Post> posts = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "physician_practice", joinColumns = @JoinColumn(name = "physician_id"))
    @OrderColumn(name = "position")
    List<CareerColumns.Practice> practices = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "physician_working_time", joinColumns = @JoinColumn(name = "physician_id"))
    @OrderColumn(name = "position")
    List<CareerColumns.WorkingTime> workingTimes = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "physician_volunteering", joinColumns = @JoinColumn(name = "physician_id"))
    @OrderColumn(name = "position")
    List<CareerColumns.Volunteering> volunteerings = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "physician_number", joinColumns = @JoinColumn(name = "physician_id"))
    @OrderColumn(name = "position")
    List<NumberColumns> numbers = new ArrayList<>();

    void fill(Physician physician) {
        id = physician.id().value().toString();
        givenName = physician.name().given();
        familyName = physician.name().family();
        rpps = physician.rpps().value();
        mail = physician.mail().value();
        Career career = physician.career();
        Lists.replace(trainings, career.trainings(), CareerColumns.Training::of);
        Lists.replace(employments, career.employments(), CareerColumns.Employment::of);
        Lists.replace(posts, career.posts(), CareerColumns.Post::of);
        Lists.replace(practices, career.practices(), CareerColumns.Practice::of);
        Lists.replace(workingTimes, career.workingTimes(), CareerColumns.WorkingTime::of);
        Lists.replace(volunteerings, career.volunteerings(), CareerColumns.Volunteering::of);
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

    private Career toCareer() {
        return new Career(
                trainings.stream().map(CareerColumns.Training::toTraining).toList(),
                employments.stream().map(CareerColumns.Employment::toEmployment).toList(),
                posts.stream().map(CareerColumns.Post::toPost).toList(),
                practices.stream().map(CareerColumns.Practice::toPractice).toList(),
                workingTimes.stream()
                        .map(CareerColumns.WorkingTime::toWorkingTime)
                        .toList(),
                volunteerings.stream()
                        .map(CareerColumns.Volunteering::toVolunteering)
                        .toList());
    }
}
