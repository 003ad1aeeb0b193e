package fr.appui.planning.solver;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.DayToCover;
import fr.appui.planning.FairShare;
import fr.appui.planning.Measure;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Turn;
import fr.appui.planning.Volunteer;
import fr.appui.planning.Weights;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * The soft rules of the first rung as one linear objective, equal to what the rules' own checks add up to (the tests compare
 * them). A block that joins a duty held just outside the dates to cover begins no turn of its own.
 */
final class FirstRungCosts {

    private final RotaProblem problem;
    private final Weights weights;
    private final CpModel model;
    private final Blocks blocks;
    private final SortedMap<LocalDate, PhysicianId> around;
    private final List<Turn> turnsAround;
    private final LinearExprBuilder total = LinearExpr.newBuilder();

    FirstRungCosts(FirstRung rung) {
        this.problem = rung.problem();
        this.weights = problem.settings().weights();
        this.model = rung.model();
        this.blocks = rung.blocks();
        this.around = problem.heldAround();
        this.turnsAround = Turn.of(around);
        addWholeWeeks();
        problem.volunteers().forEach(this::addSpacing);
        problem.volunteers().forEach(this::addPreferences);
        for (Measure measure : Measure.values()) {
            addFairness(measure);
        }
    }

    LinearExprBuilder total() {
        return total;
    }

    private void addWholeWeeks() {
        for (DaysHeld block : blocks.all()) {
            total.addTerm(block.chosen(), (long) weights.wholeWeeks() * turns(block));
        }
        for (LocalDate monday : problem.weeks().keySet()) {
            long already = turnsAround.stream()
                    .filter(turn -> turn.week().equals(monday))
                    .count();
            total.add(weights.wholeWeeks() * (already - 1));
        }
    }

    /** One, less one for each side on which the block joins a turn already held. */
    private int turns(DaysHeld block) {
        return 1
                - joins(block, block.from().minusDays(1))
                - joins(block, block.to().plusDays(1));
    }

    private int joins(DaysHeld block, LocalDate neighbour) {
        boolean joins = block.physician().id().equals(around.get(neighbour))
                && DayToCover.weekOf(neighbour).equals(block.week());
        return joins ? 1 : 0;
    }

    private void addSpacing(Volunteer volunteer) {
        int weeks = problem.settings().spacingWeeks();
        List<DaysHeld> own = blocks.of(volunteer.id());
        LocalDate last = DayToCover.weekOf(problem.to());
        LocalDate first = DayToCover.weekOf(problem.from()).minusWeeks(weeks - 1L);
        for (LocalDate start = first; !start.isAfter(last); start = start.plusWeeks(1)) {
            LocalDate from = start;
            LocalDate end = start.plusWeeks(weeks);
            LinearExprBuilder turns = Blocks.sum(own, block -> isIn(block.week(), from, end) ? turns(block) : 0);
            turns.add(turnsAround.stream()
                    .filter(turn -> turn.physician().equals(volunteer.id()) && isIn(turn.week(), from, end))
                    .count());
            addExcess(turns, 1, weights.spacing(), 7L * weeks);
        }
    }

    private static boolean isIn(LocalDate week, LocalDate from, LocalDate end) {
        return !week.isBefore(from) && week.isBefore(end);
    }

    private void addPreferences(Volunteer volunteer) {
        for (DaysHeld block : blocks.of(volunteer.id())) {
            long dislike = block.days().stream()
                    .mapToLong(day -> volunteer.wishes().dislikeOf(day.date()))
                    .sum();
            total.addTerm(block.chosen(), dislike * weights.preferences());
        }
        long preferred = problem.dates().stream()
                .mapToLong(date -> Math.max(0, -volunteer.wishes().dislikeOf(date)))
                .sum();
        total.add(preferred * weights.preferences());
    }

    private void addFairness(Measure measure) {
        FairShare share = FairShare.of(measure, problem);
        for (Volunteer volunteer : problem.volunteers()) {
            List<DaysHeld> own = blocks.of(volunteer.id());
            long most = own.stream().mapToLong(block -> units(measure, block)).sum();
            addSteps(
                    share,
                    volunteer,
                    Blocks.sum(own, block -> units(measure, block)),
                    Math.min(most, problem.days().size()));
        }
        total.add(-share.unavoidable());
    }

    private void addSteps(FairShare share, Volunteer volunteer, LinearExprBuilder held, long most) {
        int start = share.headStart(volunteer.id());
        held.add(start);
        for (long step = share.step(); step < start + most; step += share.step()) {
            addExcess(held, step, share.weight(), start + most - step);
        }
    }

    private static long units(Measure measure, DaysHeld block) {
        return switch (measure) {
            case LOAD -> block.days().size();
            case WEEK_ENDS -> block.days().stream().anyMatch(DayToCover::isWeekEnd) ? 1 : 0;
            case HOLIDAYS ->
                block.days().stream().filter(DayToCover::publicHoliday).count();
            case SPECIAL_DAYS ->
                block.days().stream().filter(DayToCover::isSpecial).count();
        };
    }

    /** Adds {@code weight} for each unit beyond {@code free}. */
    private void addExcess(LinearExprBuilder units, long free, int weight, long most) {
        IntVar excess = model.newIntVar(0, Math.max(0, most), "");
        model.addGreaterOrEqual(
                LinearExpr.newBuilder().add(excess).addTerm(units, -1).build(), -free);
        total.addTerm(excess, weight);
    }
}
