package fr.appui.planning.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpSolverStatus;
import fr.appui.planning.Cancellation;
import fr.appui.planning.Candidates;
import fr.appui.planning.Infeasibility;
import fr.appui.planning.Reason;
import fr.appui.planning.Remedies;
import fr.appui.planning.Remedy;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Rule;
import fr.appui.planning.SearchLimits;
import fr.appui.planning.Willingness;
import fr.appui.planning.Wishes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * Explains an infeasible problem: the fewest dates that must stay uncovered under all the rules, and which of the rules that
 * bind dates together would cover them if lifted.
 */
final class Elastic {

    /** Each try is cut short well before the reader of an explanation loses patience. */
    private static final double EFFORT = 2;

    private final SearchLimits limits;
    private final Cancellation cancellation;

    Elastic(SearchLimits limits, Cancellation cancellation) {
        this.limits = limits.withEffort(Math.min(EFFORT, limits.effort()));
        this.cancellation = cancellation;
    }

    Infeasibility explain(RotaProblem problem) {
        List<LocalDate> uncovered = uncovered(problem);
        var lifted = new ArrayList<Rule>();
        Map<Rule, RotaProblem> without = liftable(problem);
        without.forEach((rule, easier) -> {
            if (uncovered(easier).isEmpty()) {
                lifted.add(rule);
            }
        });
        var remedies =
                new ArrayList<Remedy>(lifted.stream().map(Remedy.LiftRule::new).toList());
        remedies.addAll(new Remedies(problem, Candidates.of(problem)).covering(uncovered));
        List<Rule> tight = lifted.isEmpty() ? List.copyOf(without.keySet()) : lifted;
        return new Infeasibility(List.of(new Reason.RulesTooTight(uncovered, tight)), uncovered, remedies);
    }

    private List<LocalDate> uncovered(RotaProblem problem) {
        var rung = FirstRung.respectingWholeWeeks(problem);
        Map<LocalDate, BoolVar> none = rung.coverMost();
        var search = new Search(limits, cancellation);
        CpSolverStatus status = search.run(rung.model(), Search.Watcher.NOBODY);
        return Search.hasSolution(status)
                ? none.entrySet().stream()
                        .filter(entry -> search.isTrue(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .toList()
                : problem.dates();
    }

    /** The problem without each of the rules in force that bind dates together. */
    private static Map<Rule, RotaProblem> liftable(RotaProblem problem) {
        var settings = problem.settings();
        var without = new LinkedHashMap<Rule, RotaProblem>();
        without.put(Rule.CONSECUTIVE_DAYS, problem.with(settings.withRest(OptionalInt.empty(), settings.restDays())));
        without.put(Rule.REST, problem.with(settings.withRest(settings.maxConsecutiveDays(), 0)));
        without.put(Rule.WILLINGNESS, changingAll(problem, wishes -> wishes.willing(Willingness.PARTS_OF_WEEKS)));
        without.put(Rule.PERSONAL_MAXIMUM, changingAll(problem, Wishes::withoutMaximum));
        without.values().removeIf(problem::equals);
        return without;
    }

    private static RotaProblem changingAll(RotaProblem problem, UnaryOperator<Wishes> change) {
        return problem.with(problem.volunteers().stream()
                .map(one -> one.with(change.apply(one.wishes())))
                .toList());
    }
}
