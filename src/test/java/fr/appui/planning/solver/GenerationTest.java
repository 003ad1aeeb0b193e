package fr.appui.planning.solver;

import static fr.appui.planning.Team.problem;
import static fr.appui.planning.Team.quarter;
import static fr.appui.planning.Team.range;
import static fr.appui.planning.Team.volunteers;
import static fr.appui.planning.Team.withRandomAbsences;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.planning.DateRange;
import fr.appui.planning.Generation;
import fr.appui.planning.RandomProblems;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.SearchLimits;
import fr.appui.planning.Solution;
import fr.appui.planning.Verdict;
import fr.appui.planning.Volunteer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the search returns obeys the rules, costs what the rules say, and is the best. */
class GenerationTest {

    private final CpSatEngine engine = new CpSatEngine();

    @Test
    void sevenPhysiciansAwayOneDayInSevenGetAProvedRota() {
        for (long seed = 1; seed <= 3; seed++) {
            Solution solution = optimal(away("2026-Q3", 7, seed));
            assertThat(solution.bound()).isEqualTo(solution.objective());
            assertThat(solution.verdict().isAllowed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theModelAndTheRulesAgreeOnWhatIsAllowedAndWhatItCosts(long seed) {
        RotaProblem problem = RandomProblems.of(seed, range("2026-10-26", "2027-01-06"), 9);
        Generation generation = engine.generate(problem, SearchLimits.DEFAULT);
        if (generation instanceof Generation.Infeasible infeasible) {
            assertThat(infeasible.why().reasons()).isNotEmpty();
        } else {
            assertThat(generation).isInstanceOf(Generation.Optimal.class);
            Solution solution = generation.found().orElseThrow();
            assertThat(Verdict.on(solution.assignment(), problem).hard()).isEmpty();
            assertThat(solution.objective()).isEqualTo(solution.bound());
        }
    }

    @Test
    void theSameSeedGivesTheSameRota() {
        RotaProblem problem = away("2026-Q4", 9, 4);
        assertThat(optimal(problem).assignment()).isEqualTo(optimal(problem).assignment());
    }

    @Test
    void aWeekWithEverybodyFreeIsOneTurn() {
        RotaProblem week = problem(range("2026-08-03", "2026-08-09"), volunteers(3));
        assertThat(optimal(week).assignment().first().values())
                .hasSize(7)
                .containsOnly(optimal(week).assignment().first().firstEntry().getValue());
    }

    private Solution optimal(RotaProblem problem) {
        Generation generation = engine.generate(problem, SearchLimits.DEFAULT);
        assertThat(generation).isInstanceOf(Generation.Optimal.class);
        return generation.found().orElseThrow();
    }

    static RotaProblem away(String quarter, int physicians, long seed) {
        var random = new Random(seed);
        RotaProblem all = quarter(quarter, volunteers(physicians));
        List<Volunteer> away = all.volunteers().stream()
                .map(one -> withRandomAbsences(one, new DateRange(all.from(), all.to()), 0.15, random))
                .toList();
        return all.with(away);
    }
}
