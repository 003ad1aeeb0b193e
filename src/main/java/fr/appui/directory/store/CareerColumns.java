package fr.appui.directory.store;

import fr.appui.directory.Career;
import fr.appui.directory.DateSpan;
import fr.appui.directory.Diploma;
import fr.appui.directory.Finess;
import fr.appui.directory.Structure;
import fr.appui.directory.TerritoryCode;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of each dated fact about a physician. */
interface CareerColumns {

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
