package fr.appui.planning;

import static java.util.stream.Collectors.groupingBy;

import fr.appui.directory.PhysicianId;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who comes when: whole weeks, and time between two turns. The weeks around the dates to cover count too. */
final class RhythmChecks {

    private RhythmChecks() {}

    /** One more turn than one in a week is one more hand-over. */
    static List<Violation> wholeWeeks(Assignment assignment, RotaProblem problem) {
        Map<LocalDate, List<Turn>> byWeek = turns(assignment, problem).stream().collect(groupingBy(Turn::week));
        var split = new ArrayList<Violation>();
        problem.weeks().forEach((monday, days) -> {
            List<Turn> turns = byWeek.getOrDefault(monday, List.of());
            if (turns.size() > 1) {
                split.add(split(problem, monday, turns));
            }
        });
        return split;
    }

    private static Violation split(RotaProblem problem, LocalDate monday, List<Turn> turns) {
        List<String> parts = turns.stream()
                .map(turn -> problem.nameOf(turn.physician()) + " " + FrenchDays.of(turn.dates()))
                .toList();
        return new Violation(
                Rule.WHOLE_WEEKS,
                List.of(monday),
                turns.stream().map(Turn::physician).distinct().toList(),
                "La semaine du " + FrenchDays.of(DateRange.on(monday)).substring(3) + " est partagée : "
                        + FrenchDays.join(parts) + ".",
                (long) problem.settings().weights().wholeWeeks() * (turns.size() - 1));
    }

    /** In every stretch of so many weeks that touches the dates to cover, one turn is free and each further one costs. */
    static List<Violation> spacing(Assignment assignment, RotaProblem problem) {
        var turns = new TreeMap<PhysicianId, TreeMap<LocalDate, Integer>>();
        turns(assignment, problem)
                .forEach(turn -> turns.computeIfAbsent(turn.physician(), id -> new TreeMap<>())
                        .merge(turn.week(), 1, Integer::sum));
        var close = new ArrayList<Violation>();
        turns.forEach((physician, byWeek) -> {
            long excess = stretches(problem).stream()
                    .mapToInt(first -> Math.max(0, count(byWeek, first, problem) - 1))
                    .sum();
            if (excess > 0) {
                close.add(close(problem, physician, byWeek, excess));
            }
        });
        return close;
    }

    /** The first weeks of all stretches that touch the dates to cover. */
    static List<LocalDate> stretches(RotaProblem problem) {
        LocalDate first =
                DayToCover.weekOf(problem.from()).minusWeeks(problem.settings().spacingWeeks() - 1L);
        LocalDate last = DayToCover.weekOf(problem.to());
        return first.datesUntil(last.plusDays(1), Period.ofWeeks(1)).toList();
    }

    private static int count(Map<LocalDate, Integer> turnsByWeek, LocalDate first, RotaProblem problem) {
        int count = 0;
        for (int week = 0; week < problem.settings().spacingWeeks(); week++) {
            count += turnsByWeek.getOrDefault(first.plusWeeks(week), 0);
        }
        return count;
    }

    private static Violation close(
            RotaProblem problem, PhysicianId physician, SortedMap<LocalDate, Integer> turnsByWeek, long excess) {
        List<String> weeks = turnsByWeek.keySet().stream()
                .map(monday -> FrenchDays.of(DateRange.on(monday)).substring(3))
                .toList();
        return new Violation(
                Rule.SPACING,
                List.copyOf(turnsByWeek.keySet()),
                List.of(physician),
                problem.nameOf(physician) + " revient à moins de "
                        + problem.settings().spacingWeeks() + " semaines (semaines du " + FrenchDays.join(weeks) + ").",
                excess * problem.settings().weights().spacing());
    }

    private static List<Turn> turns(Assignment assignment, RotaProblem problem) {
        var holders = problem.heldAround();
        holders.putAll(assignment.first());
        return Turn.of(holders);
    }
}
