package fr.appui.directory.store;

import fr.appui.directory.Career;
import fr.appui.directory.DateSpan;
import fr.appui.directory.Diploma;
import fr.appui.directory.Finess;
import fr.appui.directory.Structure;
import fr.appui.directory.TerritoryCode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** Each dated fact about a physician: its columns, its table. */
@MappedSuperclass
abstract class CareerColumns extends PanacheEntityBase {

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "physician_training", joinColumns = @JoinColumn(name = "physician_id"))
    @OrderColumn(name = "position")
    List<Training> trainings = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "physician_employment", joinColumns = @JoinColumn(name = "physician_id"))
    @OrderColumn(name = "position")
    List<Employment> employments = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "physician_post", joinColumns = @JoinColumn(name = "physician_id"))
    @OrderColumn(name = "position")
    List<Post> posts = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "physician_practice", joinColumns = @JoinColumn(name = "physician_id"))
    @OrderColumn(name = "position")
    List<Practice> practices = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "physician_working_time", joinColumns = @JoinColumn(name = "physician_id"))
    @OrderColumn(name = "position")
    List<WorkingTime> workingTimes = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "physician_volunteering", joinColumns = @JoinColumn(name = "physician_id"))
    @OrderColumn(name = "position")
    List<Volunteering> volunteerings = new ArrayList<>();

    void fill(Career career) {
        Lists.replace(trainings, career.trainings(), Training::of);
        Lists.replace(employments, career.employments(), Employment::of);
        Lists.replace(posts, career.posts(), Post::of);
        Lists.replace(practices, career.practices(), Practice::of);
        Lists.replace(workingTimes, career.workingTimes(), WorkingTime::of);
        Lists.replace(volunteerings, career.volunteerings(), Volunteering::of);
    }

    Career toCareer() {
        return new Career(
                trainings.stream().map(Training::toTraining).toList(),
                employments.stream().map(Employment::toEmployment).toList(),
                posts.stream().map(Post::toPost).toList(),
                practices.stream().map(Practice::toPractice).toList(),
                workingTimes.stream().map(WorkingTime::toWorkingTime).toList(),
                volunteerings.stream().map(Volunteering::toVolunteering).toList());
    }

    @Embeddable
    record Training(
            @Column(name = "diploma") @Enumerated(EnumType.STRING)
            Diploma diploma,

            @Column(name = "obtained_on") LocalDate obtainedOn) {

        static Training of(Career.Training training) {
            return new Training(training.diploma(), training.obtainedOn());
        }

        Career.Training toTraining() {
            return new Career.Training(diploma, obtainedOn);
        }
    }

    @Embeddable
    record Employment(
            @Column(name = "employer") String employer,
            @Column(name = "valid_from") LocalDate from,
            @Column(name = "valid_to") @Nullable LocalDate to) {

        static Employment of(Career.Employment employment) {
            DateSpan dates = employment.dates();
            return new Employment(
                    employment.employer().value(), dates.from(), dates.to().orElse(null));
        }

        Career.Employment toEmployment() {
            return new Career.Employment(new Finess(employer), new DateSpan(from, Optional.ofNullable(to)));
        }
    }

    @Embeddable
    record Post(
            @Column(name = "structure") @Enumerated(EnumType.STRING)
            Structure structure,

            @Column(name = "valid_from") LocalDate from,
            @Column(name = "valid_to") @Nullable LocalDate to) {

        static Post of(Career.Post post) {
            return new Post(
                    post.structure(), post.dates().from(), post.dates().to().orElse(null));
        }

        Career.Post toPost() {
            return new Career.Post(structure, new DateSpan(from, Optional.ofNullable(to)));
        }
    }

    @Embeddable
    record Practice(
            @Column(name = "territory") String territory,
            @Column(name = "valid_from") LocalDate from,
            @Column(name = "valid_to") @Nullable LocalDate to) {

        static Practice of(Career.Practice practice) {
            DateSpan dates = practice.dates();
            return new Practice(
                    practice.territory().value(), dates.from(), dates.to().orElse(null));
        }

        Career.Practice toPractice() {
            return new Career.Practice(new TerritoryCode(territory), new DateSpan(from, Optional.ofNullable(to)));
        }
    }

    @Embeddable
    record Volunteering(
            @Column(name = "territory") String territory,

            @Column(name = "basis") @Enumerated(EnumType.STRING)
            fr.appui.directory.Volunteering.Basis basis,

            @Column(name = "applied_on") @Nullable LocalDate appliedOn,
            @Column(name = "declared_on") @Nullable LocalDate declaredOn,
            @Column(name = "left_on") @Nullable LocalDate leftOn) {

        static Volunteering of(fr.appui.directory.Volunteering volunteering) {
            return new Volunteering(
                    volunteering.territory().value(),
                    volunteering.basis(),
                    volunteering.appliedOn().orElse(null),
                    volunteering.declaredOn().orElse(null),
                    volunteering.leftOn().orElse(null));
        }

        fr.appui.directory.Volunteering toVolunteering() {
            return new fr.appui.directory.Volunteering(
                    new TerritoryCode(territory),
                    basis,
                    Optional.ofNullable(appliedOn),
                    Optional.ofNullable(declaredOn),
                    Optional.ofNullable(leftOn));
        }
    }

    @Embeddable
    record WorkingTime(
            @Column(name = "share") BigDecimal share,
            @Column(name = "valid_from") LocalDate from) {

        private static final int DECIMALS = 3;

        static WorkingTime of(Career.WorkingTime time) {
            return new WorkingTime(time.share().setScale(DECIMALS), time.from());
        }

        Career.WorkingTime toWorkingTime() {
            return new Career.WorkingTime(share, from);
        }
    }
}
