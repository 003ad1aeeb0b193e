package fr.appui.planning.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import fr.appui.planning.Candidates;
import fr.appui.planning.DayToCover;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Volunteer;
import fr.appui.planning.Willingness;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first rung as a model: blocks and the hard rules. What is minimised is added by who uses it. */
final class FirstRung {

    /** What becomes of volunteers who take whole weeks only. */
    enum WholeWeeks {
        RESPECTED,
        ASKED
    }

    private final RotaProblem problem;
    private final CpModel model = new CpModel();
    private final Blocks blocks;

    FirstRung(RotaProblem problem, WholeWeeks wholeWeeks) {
        this.problem = problem;
        this.blocks = new Blocks(model, problem.days(), problem.volunteers(), new ByCandidates(problem, wholeWeeks));
        new FirstRungLimits(problem, blocks).addTo(model);
    }

    RotaProblem problem() {
        return problem;
    }

    CpModel model() {
        return model;
    }

    Blocks blocks() {
        return blocks;
    }

    /** Every date has exactly one holder. */
    void coverAll() {
        for (LocalDate date : problem.dates()) {
            model.addExactlyOne(Blocks.literals(blocks.covering(date)));
        }
        addTotals();
    }

    /** The elastic model: minimises the dates that have none. @return true where a date has none */
    Map<LocalDate, BoolVar> coverMost() {
        var uncovered = new LinkedHashMap<LocalDate, BoolVar>();
        LinearExprBuilder count = LinearExpr.newBuilder();
        for (LocalDate date : problem.dates()) {
            BoolVar none = model.newBoolVar("");
            var one = new ArrayList<Literal>(List.of(Blocks.literals(blocks.covering(date))));
            one.add(none);
            model.addExactlyOne(one);
            count.add(none);
            uncovered.put(date, none);
        }
        model.minimize(count);
        return uncovered;
    }

    /** Redundant, and what proves a quota too short: all the loads together are the dates to cover. */
    private void addTotals() {
        problem.quarters().values().forEach(days -> {
            var inQuarter = days.stream().map(DayToCover::date).toList();
            model.addEquality(
                    Blocks.sum(
                            blocks.all(),
                            block -> block.days().stream()
                                    .filter(day -> inQuarter.contains(day.date()))
                                    .count()),
                    inQuarter.size());
        });
    }

    /** Everyone's dates; for volunteers of whole weeks, only all the days of a week or dates they agreed to. */
    private record ByCandidates(RotaProblem problem, Candidates candidates, WholeWeeks wholeWeeks)
            implements Blocks.Admission {

        ByCandidates(RotaProblem problem, WholeWeeks wholeWeeks) {
            this(problem, Candidates.of(problem), wholeWeeks);
        }

        @Override
        public boolean mayHold(Volunteer physician, DayToCover day) {
            return candidates.has(physician, day.date());
        }

        @Override
        public boolean mayHoldTogether(Volunteer physician, List<DayToCover> run) {
            return wholeWeeks == WholeWeeks.ASKED || !breaksWholeWeek(problem, physician, run);
        }
    }

    static boolean breaksWholeWeek(RotaProblem problem, Volunteer physician, List<DayToCover> run) {
        return physician.wishes().willingness() == Willingness.WHOLE_WEEKS
                && !run.stream().allMatch(day -> problem.settled(physician, day.date()))
                && run.size()
                        < problem.days().stream()
                                .filter(day -> DayToCover.weekOf(day.date())
                                        .equals(DayToCover.weekOf(run.getFirst().date())))
                                .count();
    }
}
