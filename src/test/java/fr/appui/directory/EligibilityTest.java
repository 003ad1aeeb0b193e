package fr.appui.directory;

import static fr.appui.directory.Volunteers.HOST;
import static fr.appui.directory.Volunteers.NEW_YEAR;
import static fr.appui.directory.Volunteers.OISE;
import static fr.appui.directory.Volunteers.PARTNER;
import static fr.appui.directory.Volunteers.YEAR_END;
import static fr.appui.directory.Volunteers.career;
import static fr.appui.directory.Volunteers.physician;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.directory.Eligibility.Answer;
import fr.appui.directory.Eligibility.Condition;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EligibilityTest {

    private static final Career WHOLE = career(HOST);
    private static final DateSpan UNTIL_JUNE = DateSpan.between(NEW_YEAR, LocalDate.of(2026, 6, 30));
    private static final LocalDate END_OF_JUNE = LocalDate.of(2026, 6, 30);
    private static final LocalDate FIRST_OF_JULY = LocalDate.of(2026, 7, 1);

    @Test
    void whoeverMeetsEveryConditionIsEligibleOnBothBoundaryDates() {
        assertThat(unmet(WHOLE, NEW_YEAR)).isEmpty();
        assertThat(unmet(WHOLE, YEAR_END)).isEmpty();
    }

    @Test
    void outsideTheDatesEveryConditionIsNamedInTheOrderOfTheDocument() {
        assertThat(unmet(WHOLE, NEW_YEAR.minusDays(1)))
                .containsExactly(
                        Condition.TRAINED,
                        Condition.EMPLOYED,
                        Condition.IN_PALLIATIVE_STRUCTURE,
                        Condition.PRACTISES_IN_TERRITORY);
        assertThat(unmet(WHOLE, YEAR_END.plusDays(1)))
                .containsExactly(
                        Condition.EMPLOYED, Condition.IN_PALLIATIVE_STRUCTURE, Condition.PRACTISES_IN_TERRITORY);
    }

    @Test
    void aTrainingCountsFromTheDayItIsObtained() {
        Career trainedInJuly = new Career(
                List.of(new Career.Training(Diploma.FST, FIRST_OF_JULY)),
                WHOLE.employments(),
                WHOLE.posts(),
                WHOLE.practices(),
                WHOLE.workingTimes());
        assertThat(unmet(trainedInJuly, END_OF_JUNE)).containsExactly(Condition.TRAINED);
        assertThat(unmet(trainedInJuly, FIRST_OF_JULY)).isEmpty();
    }

    @Test
    void anEmploymentEndsWithItsLastDay() {
        Career leaving = new Career(
                WHOLE.trainings(),
                List.of(new Career.Employment(HOST, UNTIL_JUNE)),
                WHOLE.posts(),
                WHOLE.practices(),
                WHOLE.workingTimes());
        assertThat(unmet(leaving, END_OF_JUNE)).isEmpty();
        assertThat(unmet(leaving, FIRST_OF_JULY)).containsExactly(Condition.EMPLOYED);
    }

    @Test
    void aPostInAPalliativeStructureEndsWithItsLastDay() {
        Career moving = new Career(
                WHOLE.trainings(),
                WHOLE.employments(),
                List.of(new Career.Post(Structure.LISP, UNTIL_JUNE)),
                WHOLE.practices(),
                WHOLE.workingTimes());
        assertThat(unmet(moving, END_OF_JUNE)).isEmpty();
        assertThat(unmet(moving, FIRST_OF_JULY)).containsExactly(Condition.IN_PALLIATIVE_STRUCTURE);
    }

    /** Doc 001 §2 names USP, EMSP, HAD and DAC, annexe 3 of doc 000 admits LISP referents: a territory decides. */
    @Test
    void whereATerritoryAdmitsNoLispAPostThereAloneIsNotEnough() {
        DateSpan year = DateSpan.between(NEW_YEAR, YEAR_END);
        var lisp = new Career.Post(Structure.LISP, year);
        assertThat(withoutLisp(lisp)).isInstanceOfSatisfying(Answer.NotEligible.class, refused -> {
            assertThat(conditions(refused)).containsExactly(Condition.IN_PALLIATIVE_STRUCTURE);
            assertThat(refused.unmet().getFirst().sentence())
                    .isEqualTo(
                            "Dr Fictive n’exerce que dans des LISP, que « Oise (essai) » n’admet pas, au 30 juin 2026.");
        });
        assertThat(conditions(withoutLisp(lisp, new Career.Post(Structure.HAD, year))))
                .isEmpty();
        assertThat(withoutLisp())
                .isInstanceOfSatisfying(
                        Answer.NotEligible.class,
                        refused -> assertThat(refused.unmet().getFirst().sentence())
                                .isEqualTo(
                                        "Dr Fictive n’exerce pas dans une USP, une EMSP, une HAD ou un DAC au 30 juin 2026."));
    }

    private static Answer withoutLisp(Career.Post... posts) {
        var rules = new LocalRules(
                Optional.empty(), Optional.empty(), false, false, HostRule.USP_AND_EMSP, true, List.of());
        var partners = Partners.of(
                Volunteers.territory()
                        .withContact(
                                new Territory.Contact(Optional.empty(), Optional.empty(), Optional.empty(), rules)),
                List.of(Volunteers.establishment(HOST, EstablishmentKind.PUBLIC_HOSPITAL)),
                List.of());
        Career posted = new Career(
                WHOLE.trainings(), WHOLE.employments(), List.of(posts), WHOLE.practices(), WHOLE.workingTimes());
        return new Eligibility(physician(posted), partners).on(END_OF_JUNE);
    }

    @Test
    void aPracticeInAnotherTerritoryDoesNotCount() {
        Career elsewhere = new Career(
                WHOLE.trainings(),
                WHOLE.employments(),
                WHOLE.posts(),
                List.of(
                        new Career.Practice(OISE, UNTIL_JUNE),
                        new Career.Practice(new TerritoryCode("TEST-AILLEURS"), DateSpan.since(NEW_YEAR))),
                WHOLE.workingTimes());
        assertThat(unmet(elsewhere, END_OF_JUNE)).isEmpty();
        assertThat(unmet(elsewhere, FIRST_OF_JULY)).containsExactly(Condition.PRACTISES_IN_TERRITORY);
    }

    @Test
    void aPartnersPhysicianNeedsAConventionInForceAndTheHostsDoesNot() {
        Career partnerForYears = new Career(
                WHOLE.trainings(),
                List.of(new Career.Employment(PARTNER, DateSpan.since(NEW_YEAR))),
                List.of(new Career.Post(Structure.USP, DateSpan.since(NEW_YEAR))),
                List.of(new Career.Practice(OISE, DateSpan.since(NEW_YEAR))),
                WHOLE.workingTimes());
        assertThat(unmet(partnerForYears, YEAR_END)).isEmpty();
        assertThat(unmet(partnerForYears, YEAR_END.plusDays(1))).containsExactly(Condition.COVERED_BY_AGREEMENT);
    }

    @Test
    void aCandidateTakesPartOnceDeclaredAndUntilTheDayTheyLeave() {
        LocalDate march = LocalDate.of(2026, 3, 1);
        LocalDate april = LocalDate.of(2026, 4, 1);
        Career candidate = offering(new Volunteering(
                OISE, Volunteering.Basis.DECLARATION, Optional.of(march), Optional.empty(), Optional.empty()));
        assertThat(unmet(candidate, march)).containsExactly(Condition.TAKES_PART);
        Career declared = offering(new Volunteering(
                OISE,
                Volunteering.Basis.DECLARATION,
                Optional.of(march),
                Optional.of(april),
                Optional.of(END_OF_JUNE)));
        assertThat(unmet(declared, april.minusDays(1))).containsExactly(Condition.TAKES_PART);
        assertThat(unmet(declared, april)).isEmpty();
        assertThat(unmet(declared, END_OF_JUNE)).isEmpty();
        assertThat(unmet(declared, FIRST_OF_JULY)).containsExactly(Condition.TAKES_PART);
        assertThat(EligibilityPeriods.from(march, new Eligibility(physician(declared), Volunteers.partners())))
                .extracting(period -> period.dates().from())
                .startsWith(march, april, FIRST_OF_JULY);
    }

    @Test
    void whoLeftAndCameBackTakesPartAgain() {
        Career back = offering(
                new Volunteering(
                        OISE,
                        Volunteering.Basis.DECLARATION,
                        Optional.empty(),
                        Optional.of(NEW_YEAR),
                        Optional.of(NEW_YEAR.plusDays(10))),
                new Volunteering(
                        OISE,
                        Volunteering.Basis.DECLARATION,
                        Optional.empty(),
                        Optional.of(FIRST_OF_JULY),
                        Optional.empty()));
        assertThat(unmet(back, END_OF_JUNE)).containsExactly(Condition.TAKES_PART);
        assertThat(unmet(back, FIRST_OF_JULY)).isEmpty();
    }

    /** « Cette mission est comprise dans les obligations de service pour les médecins USP » (doc 001 §4, note 3). */
    @Test
    void serviceInAUspNeedsNoDeclarationAndAPostThere() {
        Volunteering service = new Volunteering(
                OISE, Volunteering.Basis.USP_SERVICE, Optional.of(NEW_YEAR), Optional.empty(), Optional.empty());
        assertThat(unmet(offering(service), NEW_YEAR)).isEmpty();
        assertThatThrownBy(() -> new Career(
                        WHOLE.trainings(),
                        WHOLE.employments(),
                        List.of(new Career.Post(Structure.HAD, DateSpan.since(NEW_YEAR))),
                        WHOLE.practices(),
                        WHOLE.workingTimes(),
                        List.of(service)))
                .hasMessageContaining("USP");
    }

    private static Career offering(Volunteering... volunteerings) {
        return new Career(
                WHOLE.trainings(),
                WHOLE.employments(),
                WHOLE.posts(),
                WHOLE.practices(),
                WHOLE.workingTimes(),
                List.of(volunteerings));
    }

    @Test
    void whoeverWorksOutsideAHealthEstablishmentIsNotEligible() {
        Partners association = Partners.of(
                Volunteers.territory(),
                List.of(Volunteers.establishment(PARTNER, EstablishmentKind.OTHER)),
                List.of(Volunteers.agreement()));
        Answer answer = new Eligibility(physician(career(PARTNER)), association).on(NEW_YEAR);
        assertThat(conditions(answer)).containsExactly(Condition.EMPLOYED);
    }

    @Test
    void theRefusalIsAFrenchSentenceWithTheNameAndTheDate() {
        Answer answer = new Eligibility(physician(WHOLE), Volunteers.partners()).on(YEAR_END.plusDays(1));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.NotEligible.class,
                        refused -> assertThat(refused.unmet().getLast().sentence())
                                .isEqualTo(
                                        "Dr Fictive n’exerce pas sur le territoire « Oise (essai) » au 1er janvier 2027."));
    }

    @Test
    void whoPractisesTakesPartUntilTheyLeftCandidatesToo() {
        DateSpan fromJuly = DateSpan.since(FIRST_OF_JULY);
        assertThat(WHOLE.takesPartIn(OISE, fromJuly)).as("nothing recorded").isTrue();
        assertThat(WHOLE.takesPartIn(new TerritoryCode("TEST-AILLEURS"), fromJuly))
                .isFalse();
        assertThat(WHOLE.takesPartIn(OISE, DateSpan.since(YEAR_END.plusDays(1))))
                .as("practises no more")
                .isFalse();
        assertThat(volunteering(Optional.empty(), Optional.empty()).takesPartIn(OISE, fromJuly))
                .as("a candidate")
                .isTrue();
        assertThat(volunteering(Optional.of(NEW_YEAR), Optional.of(END_OF_JUNE)).takesPartIn(OISE, fromJuly))
                .as("left the day before")
                .isFalse();
        assertThat(volunteering(Optional.of(NEW_YEAR), Optional.of(FIRST_OF_JULY))
                        .takesPartIn(OISE, fromJuly))
                .as("leaves on the first day")
                .isTrue();
    }

    private static Career volunteering(Optional<LocalDate> declaredOn, Optional<LocalDate> leftOn) {
        return offering(
                new Volunteering(OISE, Volunteering.Basis.DECLARATION, Optional.of(NEW_YEAR), declaredOn, leftOn));
    }

    @Test
    void workingTimeChangesOnItsDate() {
        assertThat(WHOLE.shareOn(NEW_YEAR.minusDays(1))).isEmpty();
        assertThat(WHOLE.shareOn(LocalDate.of(2026, 5, 31)))
                .hasValueSatisfying(share -> assertThat(share).isEqualByComparingTo("1"));
        assertThat(WHOLE.shareOn(LocalDate.of(2026, 6, 1)))
                .hasValueSatisfying(share -> assertThat(share).isEqualByComparingTo("0.8"));
    }

    private static List<Condition> unmet(Career career, LocalDate date) {
        return conditions(new Eligibility(physician(career), Volunteers.partners()).on(date));
    }

    private static List<Condition> conditions(Answer answer) {
        return switch (answer) {
            case Answer.Eligible eligible -> List.of();
            case Answer.NotEligible refused ->
                refused.unmet().stream().map(Eligibility.Unmet::condition).toList();
        };
    }
}
