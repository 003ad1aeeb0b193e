package fr.appui.planning;

import fr.appui.directory.PhysicianId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Runs of duty and the rest between them, on the first rung, duties held elsewhere included. */
final class RestChecks {

    private RestChecks() {}

    static List<Violation> consecutiveDays(Assignment assignment, RotaProblem problem) {
        var broken = new ArrayList<Violation>();
        problem.settings().maxConsecutiveDays().ifPresent(most -> {
            for (PhysicianId physician : holders(assignment)) {
                runs(assignment, problem, physician).stream()
                        .filter(run -> run.dates().count() > most)
                        .filter(run -> touches(run, assignment, physician))
                        .map(run -> tooLong(problem, physician, run, most))
                        .forEach(broken::add);
            }
        });
        return broken;
    }

    static List<Violation> rest(Assignment assignment, RotaProblem problem) {
        var broken = new ArrayList<Violation>();
        for (PhysicianId physician : holders(assignment)) {
            List<DateRange> runs = runs(assignment, problem, physician);
            for (int next = 1; next < runs.size(); next++) {
                DateRange before = runs.get(next - 1);
                DateRange after = runs.get(next);
                boolean ours = touches(before, assignment, physician) || touches(after, assignment, physician);
                if (ours && freeDays(before, after) < problem.settings().restDays()) {
                    broken.add(tooSoon(problem, physician, before, after));
                }
            }
        }
        return broken;
    }

    private static Violation tooLong(RotaProblem problem, PhysicianId physician, DateRange run, int most) {
        return Violation.hard(
                Rule.CONSECUTIVE_DAYS,
                run.dates().toList(),
                physician,
                problem.nameOf(physician) + " enchaînerait "
                        + FrenchDays.days((int) run.dates().count()) + " d'astreinte " + FrenchDays.of(run)
                        + " ; le territoire en admet " + most + ".");
    }

    private static Violation tooSoon(RotaProblem problem, PhysicianId physician, DateRange before, DateRange after) {
        return Violation.hard(
                Rule.REST,
                List.of(before.to(), after.from()),
                physician,
                problem.nameOf(physician) + " reprendrait " + FrenchDays.on(after.from()) + ", "
                        + FrenchDays.days((int) freeDays(before, after)) + " de repos après son astreinte terminée "
                        + FrenchDays.on(before.to()) + " ; le territoire en prévoit "
                        + problem.settings().restDays() + ".");
    }

    private static long freeDays(DateRange before, DateRange after) {
        return ChronoUnit.DAYS.between(before.to(), after.from()) - 1;
    }

    private static Set<PhysicianId> holders(Assignment assignment) {
        return new TreeSet<>(assignment.first().values());
    }

    private static boolean touches(DateRange run, Assignment assignment, PhysicianId physician) {
        return run.dates().anyMatch(date -> physician.equals(assignment.first().get(date)));
    }

    private static List<DateRange> runs(Assignment assignment, RotaProblem problem, PhysicianId physician) {
        var dates = new HashSet<LocalDate>();
        assignment.first().forEach((date, holder) -> {
            if (holder.equals(physician)) {
                dates.add(date);
            }
        });
        problem.heldBy(physician).filter(duty -> duty.rung() == DutyRung.FIRST).forEach(duty -> dates.add(duty.date()));
        return FrenchDays.runs(dates);
    }
}
