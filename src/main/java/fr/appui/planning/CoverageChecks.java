package fr.appui.planning;

import fr.appui.directory.PhysicianId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every date has its physician, and what was decided stays. */
final class CoverageChecks {

    private CoverageChecks() {}

    static List<Violation> coverage(Assignment assignment, RotaProblem problem) {
        List<LocalDate> open = problem.dates().stream()
                .filter(date -> !assignment.first().containsKey(date))
                .toList();
        return FrenchDays.runs(open).stream()
                .map(range -> new Violation(
                        Rule.COVERAGE,
                        range.dates().toList(),
                        List.of(),
                        "Personne n’est d’astreinte " + FrenchDays.of(range) + ".",
                        0))
                .toList();
    }

    static List<Violation> kept(Assignment assignment, RotaProblem problem) {
        var moved = new ArrayList<Violation>();
        for (DutyRung rung : DutyRung.values()) {
            for (LocalDate date : problem.dates()) {
                problem.surroundings()
                        .kept()
                        .holder(rung, date)
                        .filter(kept -> !assignment.holder(rung, date).equals(Optional.of(kept)))
                        .ifPresent(kept -> moved.add(moved(problem, rung, date, kept)));
            }
        }
        return moved;
    }

    private static Violation moved(RotaProblem problem, DutyRung rung, LocalDate date, PhysicianId kept) {
        return Violation.hard(
                Rule.KEPT_DUTIES,
                List.of(date),
                kept,
                problem.nameOf(kept) + " devait rester au " + rung.label() + " " + FrenchDays.on(date) + ".");
    }
}
