package fr.appui.planning.solver;

import com.google.ortools.sat.CpModel;
import fr.appui.planning.Candidates;
import fr.appui.planning.DayToCover;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Volunteer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;

/** The first rung as a model: blocks and the hard rules. What is minimised is added by who uses it. */
final class FirstRung {

    private final RotaProblem problem;
    private final CpModel model = new CpModel();
    private final Blocks blocks;

    /** @param together which runs of days a physician may hold, among those whose every day they may hold */
    FirstRung(RotaProblem problem, BiPredicate<Volunteer, List<DayToCover>> together) {
        this.problem = problem;
        var admission = new ByCandidates(Candidates.of(problem), together);
        this.blocks = new Blocks(model, problem.days(), problem.volunteers(), admission);
        new FirstRungLimits(problem, blocks).addTo(model);
    }

    /** Volunteers of whole weeks hold nothing less, except dates they agreed to. */
    static FirstRung respectingWholeWeeks(RotaProblem problem) {
        return new FirstRung(problem, (physician, run) -> !breaksWholeWeek(problem, physician, run));
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

    private record ByCandidates(Candidates candidates, BiPredicate<Volunteer, List<DayToCover>> together)
            implements Blocks.Admission {

        @Override
        public boolean mayHold(Volunteer physician, DayToCover day) {
            return candidates.has(physician, day.date());
        }

        @Override
        public boolean mayHoldTogether(Volunteer physician, List<DayToCover> run) {
            return together.test(physician, run);
        }
    }

    static boolean breaksWholeWeek(RotaProblem problem, Volunteer physician, List<DayToCover> run) {
        return problem.breaksWholeWeek(
                physician, run.stream().map(DayToCover::date).toList());
    }
}
