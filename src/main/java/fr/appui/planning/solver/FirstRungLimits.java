package fr.appui.planning.solver;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import fr.appui.calendar.Quarter;
import fr.appui.planning.DayToCover;
import fr.appui.planning.DutyRung;
import fr.appui.planning.HeldDuty;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Volunteer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The hard rules that bind a physician's dates together: quota, personal maximum, consecutive days, rest. */
final class FirstRungLimits {

    private final RotaProblem problem;
    private final Blocks blocks;
    private final Set<LocalDate> dates;

    FirstRungLimits(RotaProblem problem, Blocks blocks) {
        this.problem = problem;
        this.blocks = blocks;
        this.dates = Set.copyOf(problem.dates());
    }

    void addTo(CpModel model) {
        for (Volunteer volunteer : problem.volunteers()) {
            problem.quarters().forEach((quarter, days) -> addQuota(model, volunteer, quarter));
            var held = heldOutside(volunteer);
            problem.settings().maxConsecutiveDays().ifPresent(most -> addConsecutive(model, volunteer, held, most));
            if (problem.settings().restDays() > 1) {
                addRest(model, volunteer, held);
            }
        }
    }

    private void addQuota(CpModel model, Volunteer volunteer, Quarter quarter) {
        model.addLessOrEqual(
                Blocks.sum(blocks.of(volunteer.id()), block -> daysIn(block, quarter)),
                problem.room(volunteer, quarter));
    }

    private static long daysIn(Block block, Quarter quarter) {
        return block.days().stream()
                .map(DayToCover::date)
                .filter(quarter::contains)
                .count();
    }

    /** In any stretch one day longer than the limit, at least one day is free. */
    private void addConsecutive(CpModel model, Volunteer volunteer, Set<LocalDate> held, int most) {
        LocalDate last = problem.to();
        for (LocalDate from = problem.from().minusDays(most); !from.isAfter(last); from = from.plusDays(1)) {
            List<LocalDate> stretch = from.datesUntil(from.plusDays(most + 1L)).toList();
            boolean couldFill = stretch.stream().allMatch(date -> dates.contains(date) || held.contains(date));
            if (couldFill && stretch.stream().anyMatch(date -> isFree(date, held))) {
                LinearExprBuilder days = LinearExpr.newBuilder();
                stretch.forEach(date -> addWork(days, volunteer, date, held, 1));
                model.addLessOrEqual(days, most);
            }
        }
    }

    /** Two days of duty with a break between them have a break that is long enough. */
    private void addRest(CpModel model, Volunteer volunteer, Set<LocalDate> held) {
        int rest = problem.settings().restDays();
        LocalDate last = problem.to();
        for (LocalDate before = problem.from().minusDays(rest); !before.isAfter(last); before = before.plusDays(1)) {
            for (int breakDays = 1; breakDays < rest; breakDays++) {
                addBreak(model, volunteer, held, before, breakDays);
            }
        }
    }

    private void addBreak(CpModel model, Volunteer volunteer, Set<LocalDate> held, LocalDate before, int breakDays) {
        LocalDate after = before.plusDays(breakDays + 1L);
        boolean worked = List.of(before, after).stream().allMatch(date -> dates.contains(date) || held.contains(date));
        if (worked && before.datesUntil(after.plusDays(1)).anyMatch(date -> isFree(date, held))) {
            LinearExprBuilder pattern = LinearExpr.newBuilder();
            addWork(pattern, volunteer, before, held, 1);
            addWork(pattern, volunteer, after, held, 1);
            IntStream.rangeClosed(1, breakDays)
                    .forEach(day -> addWork(pattern, volunteer, before.plusDays(day), held, -1));
            model.addLessOrEqual(pattern, 1);
        }
    }

    private boolean isFree(LocalDate date, Set<LocalDate> held) {
        return dates.contains(date) && !held.contains(date);
    }

    private void addWork(LinearExprBuilder sum, Volunteer volunteer, LocalDate date, Set<LocalDate> held, int sign) {
        if (held.contains(date)) {
            sum.add(sign);
        } else {
            blocks.covering(date, volunteer.id()).forEach(block -> sum.addTerm(block.chosen(), sign));
        }
    }

    private Set<LocalDate> heldOutside(Volunteer volunteer) {
        return problem.heldBy(volunteer.id())
                .filter(duty -> duty.rung() == DutyRung.FIRST)
                .map(HeldDuty::date)
                .collect(Collectors.toSet());
    }
}
