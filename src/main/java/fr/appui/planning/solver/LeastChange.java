package fr.appui.planning.solver;

import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.Alternative;
import fr.appui.planning.Assignment;
import fr.appui.planning.Cancellation;
import fr.appui.planning.DayToCover;
import fr.appui.planning.Repair;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.SearchLimits;
import fr.appui.planning.solver.FirstRung.WholeWeeks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The generation model with one more cost, heavier than all the others together: each duty that changes hands. After each
 * repair found, the same moves are forbidden and the next best is searched.
 */
final class LeastChange {

    /** Above any sum of soft costs: a hundred times what a poor quarter of forty physicians costs. */
    private static final long CHANGE = 1_000_000;

    /** Above any sum of soft costs of one turn, below a change: asking somebody for part of a week is a last resort. */
    private static final long PART_OF_WHOLE_WEEK = 1_000;

    private final RotaProblem problem;
    private final Assignment current;
    private final SearchLimits limits;
    private final Cancellation cancellation = new Cancellation();

    LeastChange(RotaProblem problem, Assignment current, SearchLimits limits) {
        this.problem = problem;
        this.current = current;
        this.limits = limits;
    }

    Repair run() {
        FirstRung rung = model();
        var alternatives = new ArrayList<Alternative>();
        boolean proved = false;
        while (alternatives.size() < Repair.MOST_ALTERNATIVES) {
            var search = new Search(limits, cancellation);
            CpSolverStatus status = search.run(rung.model(), Search.Watcher.NOBODY);
            if (!Search.hasSolution(status)) {
                return alternatives.isEmpty() ? none(status) : new Repair.Proposed(alternatives, proved);
            }
            SortedMap<LocalDate, PhysicianId> first = rung.blocks().holders(search::isTrue);
            proved |= alternatives.isEmpty() && status == CpSolverStatus.OPTIMAL;
            alternatives.add(Alternative.between(current, new Assignment(first, backUps(first)), problem));
            if (changed(first).isEmpty()) {
                break;
            }
            forbid(rung, first);
        }
        return new Repair.Proposed(alternatives, proved);
    }

    private Repair none(CpSolverStatus status) {
        return status == CpSolverStatus.INFEASIBLE
                ? new Repair.Impossible(new Elastic(limits, cancellation).explain(problem))
                : new Repair.Undecided();
    }

    private FirstRung model() {
        var rung = new FirstRung(problem, WholeWeeks.ASKED);
        rung.coverAll();
        LinearExprBuilder total = new FirstRungCosts(rung).total();
        for (Block block : rung.blocks().all()) {
            long asked = FirstRung.breaksWholeWeek(problem, block.physician(), block.days()) ? PART_OF_WHOLE_WEEK : 0;
            total.addTerm(block.chosen(), asked + CHANGE * changes(block, current.first()));
        }
        rung.model().minimize(total);
        return rung;
    }

    private static long changes(Block block, Map<LocalDate, PhysicianId> before) {
        return block.days().stream()
                .map(DayToCover::date)
                .filter(date ->
                        before.containsKey(date) && !block.physician().id().equals(before.get(date)))
                .count();
    }

    private List<LocalDate> changed(SortedMap<LocalDate, PhysicianId> first) {
        return first.entrySet().stream()
                .filter(duty -> !duty.getValue().equals(current.first().get(duty.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** At least one of the dates that changed hands goes to somebody else. */
    private void forbid(FirstRung rung, SortedMap<LocalDate, PhysicianId> first) {
        List<LocalDate> changed = changed(first);
        LinearExprBuilder same = LinearExpr.newBuilder();
        for (LocalDate date : changed) {
            PhysicianId taker = first.get(date);
            if (taker != null) {
                rung.blocks().covering(date, taker).forEach(block -> same.add(block.chosen()));
            }
        }
        rung.model().addLessOrEqual(same, changed.size() - 1L);
    }

    private SortedMap<LocalDate, PhysicianId> backUps(SortedMap<LocalDate, PhysicianId> first) {
        var rung = new BackUpRung(problem, first);
        if (rung.isEmpty()) {
            return new TreeMap<>();
        }
        LinearExprBuilder total = rung.total();
        rung.blocks().all().forEach(block -> total.addTerm(block.chosen(), CHANGE * changes(block, current.backUp())));
        rung.model().minimize(total);
        var search = new Search(limits, cancellation);
        CpSolverStatus status = search.run(rung.model(), Search.Watcher.NOBODY);
        return Search.hasSolution(status) ? rung.blocks().holders(search::isTrue) : new TreeMap<>();
    }
}
