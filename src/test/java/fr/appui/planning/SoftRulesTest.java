package fr.appui.planning;

import static fr.appui.planning.Team.OISE;
import static fr.appui.planning.Team.assign;
import static fr.appui.planning.Team.dr;
import static fr.appui.planning.Team.held;
import static fr.appui.planning.Team.problem;
import static fr.appui.planning.Team.range;
import static fr.appui.planning.Team.volunteer;
import static fr.appui.planning.Team.volunteers;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.Quarter;
import fr.appui.planning.Preference.Liking;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each soft rule costs, on both sides of the point where it begins to. */
class SoftRulesTest {

    private static final DateRange WEEK = range("2026-08-03", "2026-08-09");
    private static final DateRange MONTH = range("2026-08-03", "2026-08-30");
    private static final Weights WEIGHTS = Weights.DEFAULT;

    @Test
    void aWeekIsBestHeldByOnePhysician() {
        RotaProblem week = problem(WEEK, volunteers(3));
        assertThat(cost(Rule.WHOLE_WEEKS, assign("2026-08-03", "AAAAAAA"), week))
                .isZero();
        assertThat(cost(Rule.WHOLE_WEEKS, assign("2026-08-03", "AAAAABB"), week))
                .isEqualTo(WEIGHTS.wholeWeeks());
        assertThat(cost(Rule.WHOLE_WEEKS, assign("2026-08-03", "AAABCAA"), week))
                .isEqualTo(3L * WEIGHTS.wholeWeeks());
    }

    @Test
    void whoHeldTheEveOfTheQuarterGoesOnWithoutAHandOver() {
        RotaProblem july = problem(range("2026-07-01", "2026-07-05"), volunteers(2))
                .with(Surroundings.NONE.holding(List.of(held('A', "2026-06-29", OISE), held('A', "2026-06-30", OISE))));
        assertThat(cost(Rule.WHOLE_WEEKS, assign("2026-07-01", "AAAAA"), july)).isZero();
        assertThat(cost(Rule.WHOLE_WEEKS, assign("2026-07-01", "BBBBB"), july)).isEqualTo(WEIGHTS.wholeWeeks());
    }

    @Test
    void comingBackWithinFourWeeksCostsMoreTheSooner() {
        RotaProblem weeks = problem(range("2026-08-03", "2026-09-06"), volunteers(5));
        assertThat(cost(Rule.SPACING, weekly("ABCDA"), weeks)).isZero();
        assertThat(cost(Rule.SPACING, weekly("ABCAD"), weeks)).isEqualTo(WEIGHTS.spacing());
        assertThat(cost(Rule.SPACING, weekly("ABADC"), weeks)).isEqualTo(2L * WEIGHTS.spacing());
        assertThat(cost(Rule.SPACING, weekly("AABCD"), weeks)).isEqualTo(3L * WEIGHTS.spacing());
    }

    @Test
    void spacingRemembersTheWeeksBefore() {
        RotaProblem week = problem(WEEK, volunteers(2));
        RotaProblem after = week.with(Surroundings.NONE.holding(List.of(held('A', "2026-07-28", OISE))));
        assertThat(cost(Rule.SPACING, assign("2026-08-03", "AAAAAAA"), week)).isZero();
        assertThat(cost(Rule.SPACING, assign("2026-08-03", "AAAAAAA"), after)).isEqualTo(3L * WEIGHTS.spacing());
    }

    @Test
    void loadIsSharedInWeeks() {
        RotaProblem month = problem(MONTH, volunteers(4));
        assertThat(cost(Rule.FAIR_LOAD, weekly("ABCD"), month)).isZero();
        assertThat(cost(Rule.FAIR_LOAD, weekly("ABCA"), month)).isEqualTo(7L * WEIGHTS.load());
        RotaProblem three = problem(MONTH, volunteers(3));
        assertThat(cost(Rule.FAIR_LOAD, weekly("ABCA"), three))
                .as("four weeks among three: somebody holds two")
                .isZero();
    }

    @Test
    void loadRemembersFourQuartersAndNoMore() {
        RotaProblem month = problem(MONTH, volunteers(2));
        Assignment twoEach = weekly("ABAB");
        assertThat(cost(Rule.FAIR_LOAD, twoEach, month)).isZero();
        RotaProblem aHeldMore = month.with(memory("2025-Q3", 14, 0));
        assertThat(cost(Rule.FAIR_LOAD, twoEach, aHeldMore)).isPositive();
        assertThat(cost(Rule.FAIR_LOAD, weekly("ABBB"), aHeldMore)).isZero();
        assertThat(cost(Rule.FAIR_LOAD, twoEach, month.with(memory("2025-Q2", 14, 0))))
                .isZero();
    }

    @Test
    void whoWasNotThereOwesNothing() {
        RotaProblem month = problem(MONTH, volunteers(2));
        var newcomer = List.of(
                new PastShare(dr('A'), Quarter.parse("2026-Q2"), 91, new Tally(14, 2, 0, 0)),
                new PastShare(dr('B'), Quarter.parse("2026-Q2"), 0, Tally.NOTHING));
        assertThat(cost(Rule.FAIR_LOAD, weekly("ABAB"), month.with(Surroundings.NONE.remembering(newcomer))))
                .isZero();
    }

    @Test
    void weekEndsAreCountedOnceHoweverManyDays() {
        RotaProblem month = problem(MONTH, volunteers(4));
        assertThat(cost(Rule.FAIR_WEEK_ENDS, weekly("ABCD"), month)).isZero();
        assertThat(cost(Rule.FAIR_WEEK_ENDS, weekly("ABCA"), month)).isEqualTo(WEIGHTS.weekEnds());
        assertThat(cost(Rule.FAIR_WEEK_ENDS, assign("2026-08-03", "AAAAAAB BBBBBBB CCCCCCC DDDDDDD"), month))
                .as("a week-end shared by two weighs on both")
                .isPositive();
    }

    @Test
    void holidaysAreShared() {
        RotaProblem may = problem(range("2026-05-01", "2026-05-14"), volunteers(3));
        assertThat(cost(Rule.FAIR_HOLIDAYS, assign("2026-05-01", "AAAAAAABBBBBBC"), may))
                .isZero();
        assertThat(cost(Rule.FAIR_HOLIDAYS, assign("2026-05-01", "AAAAAAABBBBBBB"), may))
                .as("8 and 14 May for the same physician")
                .isEqualTo(WEIGHTS.holidays());
    }

    @Test
    void specialDaysAreShared() {
        RotaProblem december = problem(range("2026-12-24", "2026-12-31"), volunteers(3));
        assertThat(cost(Rule.FAIR_SPECIAL_DAYS, assign("2026-12-24", "ABBBBBBC"), december))
                .isZero();
        assertThat(cost(Rule.FAIR_SPECIAL_DAYS, assign("2026-12-24", "AABBBBBC"), december))
                .isEqualTo(WEIGHTS.specialDays());
    }

    @Test
    void wishesCostByTheirWeight() {
        Volunteer wishing = volunteer(
                'A',
                wishes -> wishes.preferring(List.of(
                        new Preference(range("2026-08-03", "2026-08-04"), Liking.AVOID, 3),
                        new Preference(range("2026-08-08", "2026-08-09"), Liking.PREFER, 1))));
        RotaProblem week = problem(WEEK, List.of(wishing, volunteer('B')));
        assertThat(cost(Rule.PREFERENCES, assign("2026-08-03", "BBBBBAA"), week))
                .isZero();
        assertThat(cost(Rule.PREFERENCES, assign("2026-08-03", "ABBBBAA"), week))
                .isEqualTo(3);
        assertThat(cost(Rule.PREFERENCES, assign("2026-08-03", "ABBBBAB"), week))
                .isEqualTo(4);
    }

    @Test
    void aBackUpIsWantedEveryDayOnlyWhereTheTerritorySaysSo() {
        RotaProblem week = problem(WEEK, volunteers(2));
        RotaProblem everyDay = week.with(week.settings().withBackUp(BackUpPolicy.EVERY_DAY));
        Assignment six = backedBy(assign("2026-08-03", "AAAAAAA"), "BBBBBB");
        assertThat(cost(Rule.BACK_UP_WANTED, six, week)).isZero();
        assertThat(cost(Rule.BACK_UP_WANTED, six, everyDay))
                .isEqualTo(WEIGHTS.backUp().missing());
        assertThat(cost(Rule.BACK_UP_WANTED, backedBy(six, "BBBBBBB"), everyDay))
                .isZero();
    }

    @Test
    void theBackUpIsBestFromAnotherEstablishment() {
        RotaProblem week = problem(WEEK, volunteers(4));
        Assignment first = assign("2026-08-03", "AAAAAAA");
        assertThat(cost(Rule.BACK_UP_OTHER_ESTABLISHMENT, backedBy(first, "BBBBBBB"), week))
                .isZero();
        assertThat(cost(Rule.BACK_UP_OTHER_ESTABLISHMENT, backedBy(first, "BBBBBBD"), week))
                .as("Dr A and Dr D share theirs")
                .isEqualTo(WEIGHTS.backUp().sameEstablishment());
    }

    @Test
    void theBackUpIsBestSteadyAndShared() {
        RotaProblem week = problem(WEEK, volunteers(3));
        Assignment first = assign("2026-08-03", "AAAAAAA");
        assertThat(cost(Rule.BACK_UP_STEADY, backedBy(first, "BBBBBBB"), week)).isZero();
        assertThat(cost(Rule.BACK_UP_STEADY, backedBy(first, "BBBBCCC"), week))
                .isEqualTo(WEIGHTS.backUp().handOver());
        assertThat(cost(Rule.BACK_UP_SHARED, backedBy(first, "BBCC"), week)).isZero();
        assertThat(cost(Rule.BACK_UP_SHARED, backedBy(first, "BBBB"), week)).isPositive();
    }

    private static Assignment backedBy(Assignment first, String letters) {
        return first.withBackUps(Team.holders("2026-08-03", letters));
    }

    /** One letter a week from Monday 3 August. */
    private static Assignment weekly(String letters) {
        var days = new StringBuilder();
        letters.chars()
                .forEach(letter -> days.append(String.valueOf((char) letter).repeat(7)));
        return assign("2026-08-03", days.toString());
    }

    private static Surroundings memory(String quarter, int daysOfA, int daysOfB) {
        Quarter past = Quarter.parse(quarter);
        return Surroundings.NONE.remembering(List.of(
                new PastShare(dr('A'), past, 91, new Tally(daysOfA, 0, 0, 0)),
                new PastShare(dr('B'), past, 91, new Tally(daysOfB, 0, 0, 0))));
    }

    private static long cost(Rule rule, Assignment assignment, RotaProblem problem) {
        return rule.check(assignment, problem).stream()
                .mapToLong(Violation::cost)
                .sum();
    }
}
