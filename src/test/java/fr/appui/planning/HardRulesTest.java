package fr.appui.planning;

import static fr.appui.planning.Team.HAINAUT;
import static fr.appui.planning.Team.OISE;
import static fr.appui.planning.Team.assign;
import static fr.appui.planning.Team.date;
import static fr.appui.planning.Team.dr;
import static fr.appui.planning.Team.held;
import static fr.appui.planning.Team.problem;
import static fr.appui.planning.Team.range;
import static fr.appui.planning.Team.volunteer;
import static fr.appui.planning.Team.volunteers;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.Quarter;
import java.time.DayOfWeek;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each hard rule alone, on both sides of its boundary. The week of Monday 3 August 2026, and around. */
class HardRulesTest {

    private static final DateRange WEEK = range("2026-08-03", "2026-08-09");
    private static final DateRange FORTNIGHT = range("2026-08-03", "2026-08-16");
    private static final DateRange MONTH = range("2026-08-03", "2026-08-30");

    @Test
    void coverageNamesTheDatesThatNobodyHolds() {
        RotaProblem week = problem(WEEK, volunteers(2));
        assertThat(broken(Rule.COVERAGE, assign("2026-08-03", "AAAAABB"), week)).isEmpty();
        assertThat(broken(Rule.COVERAGE, assign("2026-08-03", "AA..ABB"), week))
                .containsExactly("Personne n’est d’astreinte du 5 au 6 août.");
    }

    @Test
    void keptDutiesStay() {
        RotaProblem week = problem(WEEK, volunteers(2)).with(Surroundings.NONE.keeping(assign("2026-08-05", "B")));
        assertThat(broken(Rule.KEPT_DUTIES, assign("2026-08-03", "AABAAAA"), week))
                .isEmpty();
        assertThat(broken(Rule.KEPT_DUTIES, assign("2026-08-03", "AAAAAAA"), week))
                .containsExactly("Dr B devait rester au premier rang le mercredi 5 août.");
    }

    @Test
    void eligibilityGivesTheConditionThatIsMissing() {
        Volunteer until = new Volunteer(
                dr('A'),
                "Dr A",
                volunteer('A').establishment(),
                List.of(new Ineligibility(range("2026-08-06", "2026-12-31"), "sa convention a pris fin")),
                Wishes.none());
        RotaProblem week = problem(WEEK, List.of(until, volunteer('B')));
        assertThat(broken(Rule.ELIGIBILITY, assign("2026-08-03", "AAABBBB"), week))
                .isEmpty();
        assertThat(broken(Rule.ELIGIBILITY, assign("2026-08-03", "AAAABBB"), week))
                .singleElement()
                .asString()
                .contains("Dr A", "sa convention a pris fin", "le 6 août");
    }

    @Test
    void whoIsNotAVolunteerIsNotEligible() {
        assertThat(broken(Rule.ELIGIBILITY, assign("2026-08-03", "Z"), problem(WEEK, volunteers(2))))
                .singleElement()
                .asString()
                .contains("lundi 3 août", "n’est pas volontaire");
    }

    @Test
    void availabilityKnowsDatesAndWeekdays() {
        Volunteer away = volunteer(
                'A',
                wishes -> wishes.unavailable(List.of(
                        new Unavailability.During(range("2026-08-08", "2026-08-09")),
                        new Unavailability.Every(DayOfWeek.TUESDAY, range("2026-01-01", "2026-12-31")))));
        RotaProblem week = problem(WEEK, List.of(away, volunteer('B')));
        assertThat(broken(Rule.AVAILABILITY, assign("2026-08-03", "ABAAABB"), week))
                .isEmpty();
        assertThat(broken(Rule.AVAILABILITY, assign("2026-08-03", "AAAAAAB"), week))
                .singleElement()
                .asString()
                .contains("Dr A s’est dit indisponible", "le 4 août et le 8 août");
    }

    @Test
    void anAcceptedDateNoLongerStandsAgainstItself() {
        Volunteer away = volunteer(
                'A',
                wishes -> wishes.unavailable(List.of(new Unavailability.During(range("2026-08-08", "2026-08-09"))))
                        .accepting(Set.of(date("2026-08-08"))));
        RotaProblem week = problem(WEEK, List.of(away, volunteer('B')));
        assertThat(broken(Rule.AVAILABILITY, assign("2026-08-08", "AB"), week)).isEmpty();
        assertThat(broken(Rule.AVAILABILITY, assign("2026-08-08", "AA"), week)).hasSize(1);
    }

    @Test
    void theBackUpRungAsksForAvailabilityToo() {
        Volunteer away = volunteer(
                'A',
                wishes -> wishes.unavailable(List.of(new Unavailability.During(DateRange.on(date("2026-08-08"))))));
        RotaProblem week = problem(WEEK, List.of(away, volunteer('B')));
        Assignment backed = assign("2026-08-03", "BBBBBBB").with(DutyRung.BACK_UP, date("2026-08-08"), dr('A'));
        assertThat(broken(Rule.AVAILABILITY, backed, week))
                .singleElement()
                .asString()
                .contains("recours");
    }

    @Test
    void wholeWeeksOnlyMeansEveryDayOfTheWeek() {
        RotaProblem week = problem(WEEK, List.of(whole('A'), volunteer('B')));
        assertThat(broken(Rule.WILLINGNESS, assign("2026-08-03", "AAAAAAA"), week))
                .isEmpty();
        assertThat(broken(Rule.WILLINGNESS, assign("2026-08-03", "AAAAAAB"), week))
                .containsExactly("Dr A ne propose que des semaines entières et n’aurait que du 3 au 8 août.");
    }

    @Test
    void aWeekCutByTheEndOfTheQuarterIsWholeAsFarAsItGoes() {
        RotaProblem end = problem(range("2026-09-28", "2026-09-30"), List.of(whole('A'), volunteer('B')));
        assertThat(broken(Rule.WILLINGNESS, assign("2026-09-28", "AAA"), end)).isEmpty();
        assertThat(broken(Rule.WILLINGNESS, assign("2026-09-28", "AAB"), end)).hasSize(1);
    }

    @Test
    void weekEndsOnlyIncludesPublicHolidays() {
        Volunteer weekEnds = volunteer('A', wishes -> wishes.willing(Willingness.WEEK_ENDS_ONLY));
        RotaProblem july = problem(range("2026-07-13", "2026-07-19"), List.of(weekEnds, volunteer('B')));
        assertThat(broken(Rule.WILLINGNESS, assign("2026-07-13", "BABBBAA"), july))
                .isEmpty();
        assertThat(broken(Rule.WILLINGNESS, assign("2026-07-13", "AABBBAA"), july))
                .hasSize(1);
    }

    @Test
    void oneDutyAtATimeHoldsAcrossTerritories() {
        RotaProblem week =
                problem(WEEK, volunteers(2)).with(Surroundings.NONE.holding(List.of(held('A', "2026-08-05", HAINAUT))));
        assertThat(broken(Rule.ONE_AT_A_TIME, assign("2026-08-03", "AABAAAA"), week))
                .isEmpty();
        assertThat(broken(Rule.ONE_AT_A_TIME, assign("2026-08-03", "BBABBBB"), week))
                .singleElement()
                .asString()
                .contains("Dr A", "HDF-HAINAUT", "le 5 août");
    }

    @Test
    void theQuotaIsFourteenDaysAndADerogationRaisesIt() {
        RotaProblem month = problem(MONTH, volunteers(2));
        Assignment fourteen = assign("2026-08-03", "A".repeat(14) + "B".repeat(14));
        Assignment fifteen = assign("2026-08-03", "A".repeat(15) + "B".repeat(13));
        assertThat(broken(Rule.QUOTA, fourteen, month)).isEmpty();
        assertThat(broken(Rule.QUOTA, fifteen, month))
                .containsExactly("Dr A aurait 15 jours d’astreinte au 3e trimestre 2026, au-delà de son quota de 14 ;"
                        + " il faut une dérogation motivée.");
        var derogation = new Derogation(dr('A'), Quarter.parse("2026-Q3"), 15, "congé maternité d’une consœur");
        RotaProblem permitted = month.with(Surroundings.NONE.derogating(List.of(derogation)));
        assertThat(broken(Rule.QUOTA, fifteen, permitted)).isEmpty();
        assertThat(broken(Rule.QUOTA, assign("2026-08-03", "A".repeat(16)), permitted))
                .hasSize(1);
    }

    @Test
    void aRangeOverTwoQuartersCountsInEach() {
        RotaProblem autumn = problem(range("2026-09-17", "2026-10-14"), volunteers(2));
        assertThat(broken(Rule.QUOTA, assign("2026-09-17", "A".repeat(28)), autumn))
                .isEmpty();
        RotaProblem tight = autumn.with(autumn.settings().withQuota(13));
        assertThat(broken(Rule.QUOTA, assign("2026-09-17", "A".repeat(28)), tight))
                .hasSize(2);
    }

    @Test
    void dutiesHeldElsewhereInTheQuarterCount() {
        RotaProblem fortnight = problem(FORTNIGHT, volunteers(2))
                .with(Surroundings.NONE.holding(
                        List.of(held('A', "2026-07-01", HAINAUT), held('A', "2026-06-30", OISE))));
        assertThat(broken(Rule.QUOTA, assign("2026-08-03", "A".repeat(13)), fortnight))
                .isEmpty();
        assertThat(broken(Rule.QUOTA, assign("2026-08-03", "A".repeat(14)), fortnight))
                .hasSize(1);
    }

    @Test
    void aPersonalMaximumIsRespected() {
        RotaProblem week = problem(WEEK, List.of(volunteer('A', wishes -> wishes.atMost(3)), volunteer('B')));
        assertThat(broken(Rule.PERSONAL_MAXIMUM, assign("2026-08-03", "AAABBBB"), week))
                .isEmpty();
        assertThat(broken(Rule.PERSONAL_MAXIMUM, assign("2026-08-03", "AAAABBB"), week))
                .containsExactly("Dr A aurait 4 jours d’astreinte au 3e trimestre 2026 et n’en accepte que 3.");
    }

    @Test
    void consecutiveDaysAreLimitedWhereTheTerritoryWantsIt() {
        Assignment ten = assign("2026-08-03", "A".repeat(10) + "BBBB");
        RotaProblem fortnight = problem(FORTNIGHT, volunteers(2));
        assertThat(broken(Rule.CONSECUTIVE_DAYS, ten, fortnight)).isEmpty();
        assertThat(broken(Rule.CONSECUTIVE_DAYS, ten, resting(fortnight, OptionalInt.of(10), 0)))
                .isEmpty();
        assertThat(broken(Rule.CONSECUTIVE_DAYS, ten, resting(fortnight, OptionalInt.of(9), 0)))
                .containsExactly("Dr A enchaînerait 10 jours d’astreinte du 3 au 12 août ; le territoire en admet 9.");
    }

    @Test
    void consecutiveDaysReachBackBeforeTheFirstDate() {
        RotaProblem week = resting(
                problem(WEEK, volunteers(2)).with(Surroundings.NONE.holding(List.of(held('A', "2026-08-02", OISE)))),
                OptionalInt.of(2),
                0);
        assertThat(broken(Rule.CONSECUTIVE_DAYS, assign("2026-08-03", "ABBB"), week))
                .hasSize(1);
        assertThat(broken(Rule.CONSECUTIVE_DAYS, assign("2026-08-03", "AB"), week))
                .isEmpty();
    }

    @Test
    void restIsCountedInFreeDays() {
        Assignment backAfterTwo = assign("2026-08-03", "AAABBAA");
        RotaProblem week = problem(WEEK, volunteers(2));
        assertThat(broken(Rule.REST, backAfterTwo, week)).isEmpty();
        assertThat(broken(Rule.REST, backAfterTwo, resting(week, OptionalInt.empty(), 2)))
                .isEmpty();
        assertThat(broken(Rule.REST, backAfterTwo, resting(week, OptionalInt.empty(), 3)))
                .containsExactly("Dr A reprendrait le samedi 8 août, 2 jours de repos après son astreinte terminée"
                        + " le mercredi 5 août ; le territoire en prévoit 3.");
    }

    @Test
    void aPriorityAstreinteCallsForAFreeBackUp() {
        Volunteer onHad = volunteer('A', wishes -> wishes.holdingPriorityAstreintes(Set.of(date("2026-08-04"))));
        Volunteer alsoOnHad = volunteer('C', wishes -> wishes.holdingPriorityAstreintes(Set.of(date("2026-08-04"))));
        RotaProblem week = problem(WEEK, List.of(onHad, volunteer('B'), alsoOnHad));
        Assignment alone = assign("2026-08-03", "AAAAAAA");
        assertThat(broken(Rule.BACK_UP_WHEN_PRIORITY, assign("2026-08-03", "ABAAAAA"), week))
                .isEmpty();
        assertThat(broken(Rule.BACK_UP_WHEN_PRIORITY, alone, week))
                .singleElement()
                .asString()
                .contains("Dr A tient aussi une astreinte HAD ou USP le mardi 4 août");
        assertThat(broken(Rule.BACK_UP_WHEN_PRIORITY, backed(alone, "2026-08-04", 'B'), week))
                .isEmpty();
        assertThat(broken(Rule.BACK_UP_WHEN_PRIORITY, backed(alone, "2026-08-04", 'C'), week))
                .hasSize(1);
    }

    @Test
    void theBackUpIsSomebodyElse() {
        RotaProblem week = problem(WEEK, volunteers(2));
        Assignment first = assign("2026-08-03", "AAAAAAA");
        assertThat(broken(Rule.BACK_UP_OTHER_PHYSICIAN, backed(first, "2026-08-04", 'B'), week))
                .isEmpty();
        assertThat(broken(Rule.BACK_UP_OTHER_PHYSICIAN, backed(first, "2026-08-04", 'A'), week))
                .containsExactly("Dr A serait son propre recours le mardi 4 août.");
    }

    private static Assignment backed(Assignment first, String date, char letter) {
        return first.with(DutyRung.BACK_UP, date(date), dr(letter));
    }

    private static Volunteer whole(char letter) {
        return volunteer(letter, wishes -> wishes.willing(Willingness.WHOLE_WEEKS));
    }

    private static RotaProblem resting(RotaProblem problem, OptionalInt consecutive, int rest) {
        return problem.with(problem.settings().withRest(consecutive, rest));
    }

    private static List<String> broken(Rule rule, Assignment assignment, RotaProblem problem) {
        return rule.check(assignment, problem).stream().map(Violation::sentence).toList();
    }
}
