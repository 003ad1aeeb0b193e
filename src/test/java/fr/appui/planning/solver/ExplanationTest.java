package fr.appui.planning.solver;

import static fr.appui.planning.Team.assign;
import static fr.appui.planning.Team.date;
import static fr.appui.planning.Team.dr;
import static fr.appui.planning.Team.problem;
import static fr.appui.planning.Team.quarter;
import static fr.appui.planning.Team.range;
import static fr.appui.planning.Team.volunteer;
import static fr.appui.planning.Team.volunteers;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.Whole;
import fr.appui.planning.Assignment;
import fr.appui.planning.DateRange;
import fr.appui.planning.DutyRung;
import fr.appui.planning.FixedDuty;
import fr.appui.planning.Generation;
import fr.appui.planning.Infeasibility;
import fr.appui.planning.Reason;
import fr.appui.planning.Remedied;
import fr.appui.planning.Remedy;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Rule;
import fr.appui.planning.SearchLimits;
import fr.appui.planning.Surroundings;
import fr.appui.planning.Team;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Volunteer;
import fr.appui.planning.Willingness;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Reasons are true, minimal and name what was fixed; remedies were tried. */
class ExplanationTest {

    private static final DateRange WEEK = range("2026-08-03", "2026-08-09");

    private final CpSatEngine engine = new CpSatEngine();

    @Test
    @Whole
    void sixPhysiciansLackOneOrEightDaysOfDerogation() {
        RotaProblem six = quarter("2026-Q3", volunteers(6));
        List<String> remedies = remedies(six);
        assertThat(remedies).anyMatch(line -> line.startsWith("Trouver 1 volontaire de plus, disponible "));
        assertThat(remedies)
                .anyMatch(line -> line.startsWith("Accorder ") && line.contains("au lieu de 14 au 3e trimestre 2026"));
        assertThat(remedies(quarter("2026-Q3", volunteers(5))))
                .anyMatch(line -> line.startsWith("Trouver 2 volontaires de plus, disponibles "));
    }

    @Test
    void noDerogationIsOfferedWhereRestIsTheCause() {
        RotaProblem two = resting(problem(range("2026-08-03", "2026-08-16"), volunteers(2)), 2, 4);
        Infeasibility why = why(two);
        assertThat(why.reasons())
                .singleElement()
                .isInstanceOfSatisfying(
                        Reason.RulesTooTight.class,
                        reason ->
                                assertThat(reason.rules()).containsExactlyInAnyOrder(Rule.REST, Rule.CONSECUTIVE_DAYS));
        assertThat(why.remedies()).noneMatch(Remedy.Derogations.class::isInstance);
    }

    @Test
    void nobodyIsAskedForMoreDaysThanTheirQuota() {
        DateRange august = range("2026-08-01", "2026-08-20");
        List<Volunteer> away = volunteers(9).stream()
                .map(one -> one.with(one.wishes().unavailable(List.of(new Unavailability.During(august)))))
                .toList();
        Infeasibility why = why(quarter("2026-Q3", away));
        assertThat(why.remedies())
                .filteredOn(Remedy.FreeDates.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(Remedy.FreeDates.class, free -> {
                    assertThat(free.returns())
                            .hasSizeGreaterThan(1)
                            .allMatch(one -> one.dates().size() <= 14);
                    assertThat(free.sentence())
                            .startsWith("Obtenir à la fois que Dr ")
                            .contains(" et que Dr ");
                });
        assertThat(why.remedies())
                .anyMatch(remedy -> remedy instanceof Remedy.MoreVolunteers more && more.count() == 2);
    }

    @Test
    void whoeverIsEnoughAloneIsNamedBesideTheOthers() {
        List<Volunteer> away = volunteers(3).stream()
                .map(one -> one.with(one.wishes().unavailable(List.of(new Unavailability.During(WEEK)))))
                .toList();
        assertThat(remedies(problem(WEEK, away)))
                .contains("Obtenir que Dr A ou Dr B ou Dr C se rende disponible du 3 au 9 août.");
    }

    @Test
    void aFixedDutyIsNamedWhereItIsTheCause() {
        RotaProblem week = resting(problem(WEEK, volunteers(2)), 7, 3);
        assertThat(engine.generate(week, SearchLimits.DEFAULT)).isInstanceOf(Generation.Optimal.class);
        Infeasibility why = why(week.keeping(assign("2026-08-03", "ABA....")));
        assertThat(why.sentences())
                .containsExactly(
                        "Les astreintes fixées de Dr A le 3 août et le 5 août et l’astreinte fixée de Dr B le 4 août"
                                + " ne peuvent pas être gardées ensemble avec « Entre deux périodes d’astreinte, un"
                                + " médecin a le repos que le territoire prévoit ».",
                        "Assouplir la règle « Entre deux périodes d’astreinte, un médecin a le repos que le territoire"
                                + " prévoit » : sans elle, toutes les dates sont couvertes.",
                        why.sentences().getLast());
        assertThat(why.remedies().getLast()).isInstanceOf(Remedy.ReleaseFixed.class);
    }

    @Test
    void twoReleasesThatAreNeededAreSaidAsASet() {
        RotaProblem month = resting(problem(range("2026-08-03", "2026-08-16"), volunteers(3)), 14, 3);
        RotaProblem twice = month.keeping(assign("2026-08-03", "ABA.... ABA...."));
        assertThat(why(twice).remedies())
                .filteredOn(Remedy.ReleaseFixed.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(Remedy.ReleaseFixed.class, release -> {
                    assertThat(FixedDuty.datesOf(release.duties())).hasSize(2);
                    assertThat(release.sentence()).startsWith("Libérer à la fois ");
                    assertThat(Remedied.by(release, twice)).allMatch(this::isPossible);
                });
    }

    @Test
    void aFixedBackUpThatLeavesNobodyIsReleased() {
        Volunteer away = volunteer(
                'B',
                wishes -> wishes.unavailable(List.of(new Unavailability.During(DateRange.on(date("2026-08-05"))))));
        RotaProblem week = problem(WEEK, List.of(volunteer('A'), away))
                .keeping(Assignment.EMPTY.with(DutyRung.BACK_UP, date("2026-08-05"), dr('A')));
        assertThat(remedies(week)).contains("Libérer le recours fixé de Dr A le 5 août.");
    }

    @Test
    void whereNothingAloneIsEnoughThePartsAreSaidTogether() {
        Volunteer away = volunteer(
                'A',
                wishes -> wishes.unavailable(List.of(new Unavailability.During(DateRange.on(date("2026-08-05"))))));
        RotaProblem one = problem(WEEK, List.of(away));
        RotaProblem alone = one.with(one.settings().withQuota(4))
                .keeping(Assignment.EMPTY.with(DutyRung.BACK_UP, date("2026-08-07"), dr('A')));
        assertThat(remedies(alone).getLast())
                .startsWith("À la fois : accorder une dérogation de quota : Dr A 7 jours au lieu de 4 au 3e trimestre"
                        + " 2026 ; obtenir que Dr A se rende disponible le 5 août ; libérer le recours fixé de Dr A");
    }

    @Test
    void rulesThatMustGiveWayTogetherAreSaidTogether() {
        RotaProblem one = resting(problem(WEEK, List.of(volunteer('A', wishes -> wishes.atMost(3)))), 2, 2);
        assertThat(why(one).remedies())
                .contains(new Remedy.LiftRules(List.of(Rule.CONSECUTIVE_DAYS, Rule.PERSONAL_MAXIMUM)));
    }

    @Test
    void wholeWeeksAreNamedOnlyWhereTheyAreTheCause() {
        List<Volunteer> whole = List.of(
                volunteer('A', wishes -> wishes.willing(Willingness.WHOLE_WEEKS).atMost(6)),
                volunteer('B', wishes -> wishes.willing(Willingness.WHOLE_WEEKS).atMost(6)));
        assertThat(why(problem(WEEK, whole)).reasons())
                .singleElement()
                .isInstanceOfSatisfying(
                        Reason.RulesTooTight.class,
                        reason -> assertThat(reason.rules()).containsExactly(Rule.WILLINGNESS, Rule.PERSONAL_MAXIMUM));
    }

    @Test
    void whatIsHeldElsewhereIsNotMadeWorse() {
        RotaProblem week = resting(problem(range("2026-08-06", "2026-08-06"), volunteers(1)), 2, 3)
                .with(Surroundings.NONE.holding(List.of(
                        Team.held('A', "2026-08-03", Team.HAINAUT), Team.held('A', "2026-08-05", Team.HAINAUT))));
        assertThat(engine.generate(week, SearchLimits.DEFAULT)).isInstanceOf(Generation.Optimal.class);
        assertThat(why(week.with(week.settings().withRest(OptionalInt.of(1), 3)))
                        .sentences()
                        .getFirst())
                .isEqualTo("Le 6 août : Dr A est disponible mais ce jour ne peut pas être couvert avec « Un médecin"
                        + " n’enchaîne pas plus de nuits que le territoire ne l’admet ».");
    }

    private static RotaProblem resting(RotaProblem problem, int consecutive, int rest) {
        return problem.with(problem.settings().withRest(OptionalInt.of(consecutive), rest));
    }

    private boolean isPossible(RotaProblem problem) {
        return engine.generate(problem, SearchLimits.DEFAULT).found().isPresent();
    }

    private List<String> remedies(RotaProblem problem) {
        return why(problem).remedies().stream().map(Remedy::sentence).toList();
    }

    private Infeasibility why(RotaProblem problem) {
        Generation generation = engine.generate(problem, SearchLimits.DEFAULT);
        assertThat(generation).isInstanceOf(Generation.Infeasible.class);
        Infeasibility why = ((Generation.Infeasible) generation).why();
        assertThat(why.remedies())
                .allSatisfy(remedy -> assertThat(Remedied.by(remedy, problem)).allMatch(this::isPossible));
        return why;
    }
}
