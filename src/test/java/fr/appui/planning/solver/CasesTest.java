package fr.appui.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.Whole;
import fr.appui.planning.Assignment;
import fr.appui.planning.Case;
import fr.appui.planning.DutyRung;
import fr.appui.planning.EveryRota;
import fr.appui.planning.Generation;
import fr.appui.planning.Infeasibility;
import fr.appui.planning.Remedied;
import fr.appui.planning.Remedy;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Rule;
import fr.appui.planning.SearchLimits;
import fr.appui.planning.Solution;
import fr.appui.planning.Verdict;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inputs on which an answer was once wrong. */
class CasesTest {

    /** Within the ten seconds that a coordinator waits. */
    private static final double EFFORT = 10;

    private static final Map<String, Infeasibility> IMPOSSIBLE = new HashMap<>();

    private final CpSatEngine engine = new CpSatEngine();

    @ParameterizedTest(name = "{0} costs {1} at most")
    @CsvSource({"i19, 0", "w1, 0", "s20, 213", "s28, 262", "s39, 39"})
    void dutiesHeldElsewhereForceNothingBetweenThem(String name, long most) {
        RotaProblem problem = Case.read(name);
        Solution solution = optimal(problem);
        assertThat(Verdict.on(solution.assignment(), problem).hard()).isEmpty();
        assertThat(EveryRota.firstRungCost(solution.assignment(), problem)).isLessThanOrEqualTo(most);
    }

    @Test
    void aRunBrokenBeforeTheRuleCameMayStay() {
        RotaProblem problem = Case.read("z2");
        Assignment rota = optimal(problem).assignment();
        assertThat(Verdict.on(rota, problem).hard()).isEmpty();
        assertThat(rota.first())
                .containsAllEntriesOf(problem.surroundings().kept().first());
    }

    @Test
    void whatWasBrokenBeforeMayNotBeMadeWorse() {
        RotaProblem problem = Case.read("z2");
        LocalDate third = LocalDate.of(2027, 1, 3);
        Assignment worse = problem.surroundings()
                .kept()
                .with(
                        DutyRung.FIRST,
                        third,
                        problem.surroundings().kept().first().firstEntry().getValue());
        assertThat(Rule.REST.check(problem.surroundings().kept(), problem)).isEmpty();
        assertThat(Rule.REST.check(worse, problem))
                .singleElement()
                .satisfies(broken -> assertThat(broken.dates()).containsExactly(LocalDate.of(2027, 1, 1), third));
    }

    @Test
    void whatRestMakesImpossibleIsShownWithinTheTime() {
        assertRestMakesItImpossible("u4");
    }

    @Test
    @Whole
    void anotherThatRestMakesImpossibleIsShownWithinTheTime() {
        assertRestMakesItImpossible("u2");
    }

    private void assertRestMakesItImpossible(String name) {
        RotaProblem problem = Case.read(name);
        Infeasibility why = impossible(name);
        assertThat(why.reasons())
                .singleElement()
                .extracting(Object::toString)
                .asString()
                .contains("REST", "CONSECUTIVE_DAYS")
                .doesNotContain("QUOTA");
        assertThat(why.remedies())
                .contains(new Remedy.LiftRules(List.of(Rule.REST)))
                .anyMatch(Remedy.MoreVolunteers.class::isInstance)
                .noneMatch(Remedy.Derogations.class::isInstance)
                .allSatisfy(remedy -> assertThat(Remedied.by(remedy, problem)).allMatch(this::isPossible));
    }

    @Test
    void alwaysFreeVolunteersDoNotMakeItPossible() {
        assertThat(impossible("u4").reasons().getFirst().sentence())
                .startsWith(
                        "Du 1er au 9 juillet : 8 médecins sont disponibles mais ces 9 jours ne peuvent pas être tous"
                                + " couverts avec « Entre deux périodes d’astreinte");
    }

    private boolean isPossible(RotaProblem problem) {
        return engine.generate(problem, SearchLimits.DEFAULT.withEffort(EFFORT))
                .found()
                .isPresent();
    }

    private Solution optimal(RotaProblem problem) {
        Generation generation = engine.generate(problem, SearchLimits.DEFAULT.withEffort(4 * EFFORT));
        assertThat(generation).isInstanceOf(Generation.Optimal.class);
        return generation.found().orElseThrow();
    }

    /** Each is searched once. */
    private Infeasibility impossible(String name) {
        return IMPOSSIBLE.computeIfAbsent(name, this::searchedInVain);
    }

    private Infeasibility searchedInVain(String name) {
        Generation generation = engine.generate(Case.read(name), SearchLimits.DEFAULT.withEffort(EFFORT));
        assertThat(generation).isInstanceOf(Generation.Infeasible.class);
        return ((Generation.Infeasible) generation).why();
    }
}
