package fr.appui.planning.solver;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import fr.appui.calendar.Quarter;
import fr.appui.planning.DayToCover;
import fr.appui.planning.Rhythm;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Volunteer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** The hard rules that bind a physician's dates together: quota, personal maximum, consecutive days, rest. */
final class FirstRungLimits {

    private final RotaProblem problem;
    private final Blocks blocks;

    FirstRungLimits(RotaProblem problem, Blocks blocks) {
        this.problem = problem;
        this.blocks = blocks;
    }

    void addTo(CpModel model) {
        for (Volunteer volunteer : problem.volunteers()) {
            problem.quarters().keySet().forEach(quarter -> addQuota(model, volunteer, quarter));
            Rhythm rhythm = Rhythm.of(problem, volunteer.id());
            rhythm.patterns().forEach(pattern -> forbid(model, volunteer, rhythm, pattern));
            addWindows(model, volunteer, rhythm);
        }
    }

    private void addQuota(CpModel model, Volunteer volunteer, Quarter quarter) {
        model.addLessOrEqual(
                Blocks.sum(blocks.of(volunteer.id()), block -> daysIn(block, quarter)),
                problem.room(volunteer, quarter));
    }

    private static long daysIn(DaysHeld block, Quarter quarter) {
        return block.days().stream()
                .map(DayToCover::date)
                .filter(quarter::contains)
                .count();
    }

    /** A given day is worked whatever is decided here. */
    private void forbid(CpModel model, Volunteer volunteer, Rhythm rhythm, Rhythm.Pattern pattern) {
        if (pattern.free().stream().anyMatch(rhythm::isGiven)) {
            return;
        }
        List<LocalDate> decided =
                pattern.worked().stream().filter(date -> !rhythm.isGiven(date)).toList();
        LinearExprBuilder sum = LinearExpr.newBuilder();
        decided.forEach(date -> addWork(sum, volunteer, date, 1));
        pattern.free().forEach(date -> addWork(sum, volunteer, date, -1));
        model.addLessOrEqual(sum, decided.size() - 1L);
    }

    /** Redundant, and what proves that rest leaves too few physicians. */
    private void addWindows(CpModel model, Volunteer volunteer, Rhythm rhythm) {
        rhythm.windows().forEach(window -> {
            LinearExprBuilder days = LinearExpr.newBuilder();
            window.dates().forEach(date -> addWork(days, volunteer, date, 1));
            model.addLessOrEqual(days, window.most());
        });
        int rest = problem.settings().restDays();
        if (rest > 1) {
            rhythm.freshWindows(rest + 1).forEach(window -> addOneBeginning(model, volunteer, window));
        }
    }

    /** In so few days only one run begins; a block that begins on a Monday may go on from the week before. */
    private void addOneBeginning(CpModel model, Volunteer volunteer, List<LocalDate> window) {
        LinearExprBuilder beginnings = Blocks.sum(
                blocks.of(volunteer.id()),
                block -> window.contains(block.from()) && block.from().getDayOfWeek() != DayOfWeek.MONDAY ? 1 : 0);
        model.addLessOrEqual(beginnings, 1);
    }

    private void addWork(LinearExprBuilder sum, Volunteer volunteer, LocalDate date, int sign) {
        blocks.covering(date, volunteer.id()).forEach(block -> sum.addTerm(block.chosen(), sign));
    }
}
