package fr.appui.planning.solver;

import com.google.ortools.sat.CpSolverStatus;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.Assignment;
import fr.appui.planning.Cancellation;
import fr.appui.planning.Diagnosis;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Generation;
import fr.appui.planning.Progress;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Rule;
import fr.appui.planning.SearchLimits;
import fr.appui.planning.Solution;
import fr.appui.planning.Verdict;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The first rung, then the back-up given the first. Each stage is proved on its own: the first rung, which is paid, published
 * and counted, is never made worse for the sake of the second.
 */
final class TwoStages {

    /** A rota is found, or shown not to be, in a fraction of this at forty physicians. */
    private static final double FEASIBILITY = 3;

    private static final List<Rule> BINDING = List.of(Rule.CONSECUTIVE_DAYS, Rule.REST, Rule.WILLINGNESS);

    private final RotaProblem problem;
    private final SearchLimits limits;
    private final Cancellation cancellation;
    private final Progress.Listener listener;
    private final long startedAt = System.nanoTime();

    TwoStages(RotaProblem problem, SearchLimits limits, Cancellation cancellation, Progress.Listener listener) {
        this.problem = problem;
        this.limits = limits;
        this.cancellation = cancellation;
        this.listener = listener;
    }

    /** Where rules bind dates together, whether there is a rota at all is asked of the plain model first. */
    Generation run() {
        Optional<SortedMap<LocalDate, PhysicianId>> any = Optional.empty();
        if (bindsDatesTogether()) {
            var effort = new Effort(limits, cancellation, Math.min(FEASIBILITY, limits.effort()));
            DateModel.Answer answer = DateModel.whole(problem).solve(effort, FEASIBILITY);
            if (answer.impossible()) {
                return impossible();
            }
            any = answer.rota();
        }
        return best(any);
    }

    private boolean bindsDatesTogether() {
        return BINDING.stream().anyMatch(rule -> !problem.lifting(rule).equals(problem));
    }

    private Generation impossible() {
        return new Generation.Infeasible(new Explanation(problem, limits, cancellation).after(Diagnosis.of(problem)));
    }

    /** @param any a rota to come back to where the search finds none */
    private Generation best(Optional<SortedMap<LocalDate, PhysicianId>> any) {
        var rung = FirstRung.respectingWholeWeeks(problem);
        rung.coverAll();
        rung.model().minimize(new FirstRungCosts(rung).total());
        var search = new Search(limits, cancellation);
        CpSolverStatus status = search.run(rung.model(), watching(DutyRung.FIRST, rung.blocks(), Assignment::ofFirst));
        if (Search.hasSolution(status)) {
            return backedUp(rung.blocks().holders(search::isTrue), status == CpSolverStatus.OPTIMAL, search.bound());
        }
        if (status == CpSolverStatus.INFEASIBLE) {
            return impossible();
        }
        if (cancellation.isRequested()) {
            return new Generation.Cancelled(Optional.empty());
        }
        return any.map(first -> backedUp(first, false, search.bound())).orElseGet(Generation.Undecided::new);
    }

    private Generation backedUp(SortedMap<LocalDate, PhysicianId> first, boolean proved, long bound) {
        var rung = new BackUpRung(problem, first);
        if (rung.isEmpty()) {
            return conclude(new Assignment(first, new TreeMap<>()), proved, bound + rung.missing());
        }
        rung.model().minimize(rung.total());
        var search = new Search(limits, new Cancellation());
        CpSolverStatus status = search.run(
                rung.model(), watching(DutyRung.BACK_UP, rung.blocks(), backUps -> new Assignment(first, backUps)));
        if (!Search.hasSolution(status)) {
            return new Generation.Undecided();
        }
        return conclude(
                new Assignment(first, rung.blocks().holders(search::isTrue)),
                proved && status == CpSolverStatus.OPTIMAL,
                bound + search.bound() + rung.missing());
    }

    private Generation conclude(Assignment assignment, boolean proved, long bound) {
        Verdict verdict = Verdict.on(assignment, problem);
        if (!verdict.isAllowed()) {
            throw new IllegalStateException("the model and the rules disagree: " + verdict.hard());
        }
        var solution = new Solution(assignment, verdict.cost(), bound, verdict);
        if (proved) {
            return new Generation.Optimal(solution);
        }
        return cancellation.isRequested()
                ? new Generation.Cancelled(Optional.of(solution))
                : new Generation.Feasible(solution);
    }

    private Search.Watcher watching(
            DutyRung rung, Blocks blocks, Function<SortedMap<LocalDate, PhysicianId>, Assignment> whole) {
        return (isTrue, objective, bound) -> listener.improved(new Progress(
                rung,
                Duration.ofNanos(System.nanoTime() - startedAt),
                whole.apply(blocks.holders(isTrue)),
                Math.round(objective),
                Search.wholeBound(bound)));
    }
}
