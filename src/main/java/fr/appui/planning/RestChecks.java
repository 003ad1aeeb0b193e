package fr.appui.planning;

import fr.appui.directory.PhysicianId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Runs of duty and the rest between them, on the first rung, duties held elsewhere included. */
final class RestChecks {

    private RestChecks() {}

    static List<Violation> consecutiveDays(Assignment assignment, RotaProblem problem) {
        var broken = new ArrayList<Violation>();
        for (PhysicianId physician : holders(assignment)) {
            Rhythm rhythm = Rhythm.of(problem, physician);
            Set<LocalDate> decided = dates(assignment, physician);
            rhythm.broken(decided)
                    .filter(pattern -> pattern.rule() == Rule.CONSECUTIVE_DAYS)
                    .map(pattern -> rhythm.run(pattern.worked().getFirst(), decided))
                    .distinct()
                    .map(run -> tooLong(problem, physician, run))
                    .forEach(broken::add);
        }
        return broken;
    }

    static List<Violation> rest(Assignment assignment, RotaProblem problem) {
        var broken = new ArrayList<Violation>();
        for (PhysicianId physician : holders(assignment)) {
            Rhythm.of(problem, physician)
                    .broken(dates(assignment, physician))
                    .filter(pattern -> pattern.rule() == Rule.REST)
                    .map(pattern -> tooSoon(problem, physician, pattern))
                    .forEach(broken::add);
        }
        return broken;
    }

    private static Violation tooLong(RotaProblem problem, PhysicianId physician, DateRange run) {
        return Violation.hard(
                Rule.CONSECUTIVE_DAYS,
                run.dates().toList(),
                physician,
                problem.nameOf(physician) + " enchaînerait "
                        + FrenchDays.days((int) run.dates().count()) + " d’astreinte " + FrenchDays.of(run)
                        + " ; le territoire en admet "
                        + problem.settings().maxConsecutiveDays().orElseThrow() + ".");
    }

    private static Violation tooSoon(RotaProblem problem, PhysicianId physician, Rhythm.Pattern pattern) {
        LocalDate before = pattern.worked().getFirst();
        LocalDate after = pattern.worked().getLast();
        return Violation.hard(
                Rule.REST,
                pattern.worked(),
                physician,
                problem.nameOf(physician) + " reprendrait " + FrenchDays.on(after) + ", "
                        + FrenchDays.days(pattern.free().size()) + " de repos après son astreinte terminée "
                        + FrenchDays.on(before) + " ; le territoire en prévoit "
                        + problem.settings().restDays() + ".");
    }

    private static Set<PhysicianId> holders(Assignment assignment) {
        return new TreeSet<>(assignment.first().values());
    }

    private static Set<LocalDate> dates(Assignment assignment, PhysicianId physician) {
        return assignment.first().entrySet().stream()
                .filter(duty -> duty.getValue().equals(physician))
                .map(duty -> duty.getKey())
                .collect(Collectors.toSet());
    }
}
