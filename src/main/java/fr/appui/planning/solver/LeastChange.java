package fr.appui.planning.solver;

import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.Alternative;
import fr.appui.planning.Assignment;
import fr.appui.planning.Cancellation;
import fr.appui.planning.Candidates;
import fr.appui.planning.DayToCover;
import fr.appui.planning.Diagnosis;
import fr.appui.planning.Infeasibility;
import fr.appui.planning.Repair;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.SearchLimits;
import fr.appui.planning.Volunteer;
import fr.appui.planning.Willingness;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * First the fewest duties that must change hands, alone; then, with that number fixed, the cheapest rotas, forbidding after
 * each the moves it made; then the same with one change more. Blocks that would change more duties than allowed are left out,
 * so that these models stay small; the allowance is widened until a repair exists, so the fewest found are the fewest there
 * are. (One objective with a huge weight on changes took ten times as long at forty physicians.)
 */
final class LeastChange {

    /** Above any sum of soft costs of one turn: asking somebody for part of a week is a last resort. */
    private static final long PART_OF_WHOLE_WEEK = 1_000;

    /** Above what a rota's back-ups can cost in all. */
    private static final long BACK_UP_CHANGE = 100_000;

    private static final int FIRST_ALLOWANCE = 2;

    /** Alternatives that change this many duties more than the least are still worth showing. */
    private static final int WORTH_SHOWING = 2;

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
        int allowed = Math.min(plainlyNeeded() + FIRST_ALLOWANCE, problem.days().size());
        while (true) {
            var rung = new FirstRung(problem, atMost(allowed));
            rung.coverAll();
            rung.model().minimize(changes(rung));
            var search = new Search(limits, cancellation);
            CpSolverStatus status = search.run(rung.model(), Search.Watcher.NOBODY);
            if (Search.hasSolution(status)) {
                return alternatives(changed(rung.blocks().holders(search::isTrue)), status == CpSolverStatus.OPTIMAL);
            }
            if (status != CpSolverStatus.INFEASIBLE) {
                return new Repair.Undecided();
            }
            if (allowed == problem.days().size()) {
                return new Repair.Impossible(impossible());
            }
            allowed = Math.min(3 * allowed, problem.days().size());
        }
    }

    /** Whole weeks are asked about, so they are no reason. */
    private Infeasibility impossible() {
        RotaProblem asking = problem.changingAll(wishes ->
                wishes.willingness() == Willingness.WHOLE_WEEKS ? wishes.willing(Willingness.PARTS_OF_WEEKS) : wishes);
        return new Explanation(asking, limits, cancellation).after(Diagnosis.of(asking));
    }

    private Repair alternatives(int fewest, boolean proved) {
        var alternatives = new ArrayList<Alternative>();
        int most = fewest == 0 ? 0 : fewest + WORTH_SHOWING;
        for (int changes = fewest; changes <= most; changes++) {
            addAlternatives(alternatives, changes);
        }
        return alternatives.isEmpty() ? new Repair.Undecided() : new Repair.Proposed(alternatives, proved);
    }

    private void addAlternatives(List<Alternative> alternatives, int changes) {
        FirstRung rung = model(changes);
        while (alternatives.size() < Repair.MOST_ALTERNATIVES) {
            var search = new Search(limits, cancellation);
            if (!Search.hasSolution(search.run(rung.model(), Search.Watcher.NOBODY))) {
                return;
            }
            SortedMap<LocalDate, PhysicianId> first = rung.blocks().holders(search::isTrue);
            alternatives.add(Alternative.between(current, new Assignment(first, backUps(first)), problem));
            forbid(rung, first);
        }
    }

    /** Dates whose holder may not keep them. */
    private int plainlyNeeded() {
        var candidates = Candidates.of(problem);
        return (int) current.first().entrySet().stream()
                .filter(duty -> candidates.on(duty.getKey()).stream()
                        .noneMatch(one -> one.id().equals(duty.getValue())))
                .count();
    }

    /** The cheapest rota that changes exactly so many duties. */
    private FirstRung model(int changes) {
        var rung = new FirstRung(problem, atMost(changes));
        rung.coverAll();
        rung.model().addEquality(changes(rung), changes);
        LinearExprBuilder total = new FirstRungCosts(rung).total();
        rung.blocks().all().stream()
                .filter(block -> FirstRung.breaksWholeWeek(problem, block.physician(), block.days()))
                .forEach(block -> total.addTerm(block.chosen(), PART_OF_WHOLE_WEEK));
        rung.model().minimize(total);
        return rung;
    }

    private BiPredicate<Volunteer, List<DayToCover>> atMost(int changes) {
        return (physician, run) -> changes(physician, run, current.first()) <= changes;
    }

    private LinearExprBuilder changes(FirstRung rung) {
        return Blocks.sum(rung.blocks().all(), block -> changes(block.physician(), block.days(), current.first()));
    }

    private static long changes(Volunteer physician, List<DayToCover> run, Map<LocalDate, PhysicianId> before) {
        return run.stream()
                .map(DayToCover::date)
                .filter(date -> before.containsKey(date) && !physician.id().equals(before.get(date)))
                .count();
    }

    private int changed(SortedMap<LocalDate, PhysicianId> first) {
        return (int) current.first().entrySet().stream()
                .filter(duty -> !duty.getValue().equals(first.get(duty.getKey())))
                .filter(duty -> first.containsKey(duty.getKey()))
                .count();
    }

    /** At least one of the dates that found a new holder goes to somebody else; where none did, nothing else is possible. */
    private void forbid(FirstRung rung, SortedMap<LocalDate, PhysicianId> first) {
        LinearExprBuilder same = LinearExpr.newBuilder();
        int moved = 0;
        for (Map.Entry<LocalDate, PhysicianId> duty : first.entrySet()) {
            if (!duty.getValue().equals(current.first().get(duty.getKey()))) {
                moved++;
                rung.blocks().covering(duty.getKey(), duty.getValue()).forEach(block -> same.add(block.chosen()));
            }
        }
        rung.model().addLessOrEqual(same, moved - 1L);
    }

    private SortedMap<LocalDate, PhysicianId> backUps(SortedMap<LocalDate, PhysicianId> first) {
        var rung = new BackUpRung(problem, first);
        if (rung.isEmpty()) {
            return new TreeMap<>();
        }
        LinearExprBuilder total = rung.total();
        rung.blocks()
                .all()
                .forEach(block -> total.addTerm(
                        block.chosen(), BACK_UP_CHANGE * changes(block.physician(), block.days(), current.backUp())));
        rung.model().minimize(total);
        var search = new Search(limits, cancellation);
        CpSolverStatus status = search.run(rung.model(), Search.Watcher.NOBODY);
        return Search.hasSolution(status) ? rung.blocks().holders(search::isTrue) : new TreeMap<>();
    }
}
