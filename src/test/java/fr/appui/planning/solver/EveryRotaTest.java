package fr.appui.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.AtLength;
import fr.appui.planning.EveryRota;
import fr.appui.planning.Generation;
import fr.appui.planning.Infeasibility;
import fr.appui.planning.Remedied;
import fr.appui.planning.Remedy;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.SearchLimits;
import fr.appui.planning.SmallProblems;
import fr.appui.planning.Solution;
import fr.appui.planning.Verdict;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/**
 * Hundreds of small problems on which the search is compared with trying every rota: what it proves, what it says is
 * impossible, and each remedy, applied to the letter.
 */
class EveryRotaTest {

    private static final int PROBLEMS = AtLength.of(150, 1_500);

    private final CpSatEngine engine = new CpSatEngine();
    private int possible;
    private int remedies;

    @Test
    void theSearchFindsWhatTryingEverythingFinds() {
        for (long seed = 1; seed <= PROBLEMS; seed++) {
            RotaProblem problem = SmallProblems.of(seed);
            OptionalLong cheapest = EveryRota.cheapest(problem);
            Generation generation = engine.generate(problem, SearchLimits.DEFAULT);
            switch (generation) {
                case Generation.Optimal(Solution solution) -> assertBest(seed, problem, solution, cheapest);
                case Generation.Infeasible(Infeasibility why) -> assertImpossible(seed, problem, why, cheapest);
                default -> throw new AssertionError("problem " + seed + " : " + generation);
            }
        }
        assertThat(possible).as("problems of both kinds").isBetween(PROBLEMS / 4, 3 * PROBLEMS / 4);
        assertThat(remedies).as("remedies tried").isGreaterThan(PROBLEMS / 4);
    }

    private void assertBest(long seed, RotaProblem problem, Solution solution, OptionalLong cheapest) {
        possible++;
        assertThat(Verdict.on(solution.assignment(), problem).hard())
                .as("problem %d", seed)
                .isEmpty();
        assertThat(OptionalLong.of(EveryRota.firstRungCost(solution.assignment(), problem)))
                .as("problem %d", seed)
                .isEqualTo(cheapest);
    }

    private void assertImpossible(long seed, RotaProblem problem, Infeasibility why, OptionalLong cheapest) {
        assertThat(cheapest).as("problem %d : %s", seed, why.sentences()).isEmpty();
        assertThat(why.reasons()).as("problem %d", seed).isNotEmpty();
        for (Remedy remedy : why.remedies()) {
            remedies++;
            assertThat(Remedied.by(remedy, problem))
                    .as("problem %d : %s", seed, remedy.sentence())
                    .allMatch(remedied -> exists(remedy, remedied));
        }
    }

    /** More people make too many rotas to try: one that the rules allow is looked for instead. */
    private boolean exists(Remedy remedy, RotaProblem remedied) {
        return remedy instanceof Remedy.MoreVolunteers
                ? engine.generate(remedied, SearchLimits.DEFAULT)
                        .found()
                        .filter(one -> Verdict.on(one.assignment(), remedied).isAllowed())
                        .isPresent()
                : EveryRota.exists(remedied);
    }
}
