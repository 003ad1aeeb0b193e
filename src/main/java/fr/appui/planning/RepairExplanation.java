package fr.appui.planning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.Alternative.Move;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Says in French what a repair does. */
record RepairExplanation(RotaProblem problem, Assignment before, Assignment after) {

    /** More in a row is said, whether or not the territory limits it. */
    private static final int WEEK = 7;

    List<String> lines(List<Move> moves) {
        var lines = new ArrayList<String>();
        takers(moves, DutyRung.FIRST).forEach((physician, dates) -> {
            lines.add(problem.nameOf(physician) + " prend " + FrenchDays.of(dates) + load(physician, dates) + ".");
            lines.addAll(longRuns(physician, dates));
        });
        takers(moves, DutyRung.BACK_UP)
                .forEach((physician, dates) ->
                        lines.add(problem.nameOf(physician) + " devient le recours " + FrenchDays.of(dates) + "."));
        lines.add(sharing());
        Verdict verdict = Verdict.on(after, problem);
        verdict.hard().stream()
                .filter(broken -> broken.rule().yieldsToConsent())
                .forEach(broken -> lines.add("À demander : " + broken.sentence()));
        return lines;
    }

    private static Map<PhysicianId, List<LocalDate>> takers(List<Move> moves, DutyRung rung) {
        return moves.stream()
                .filter(move -> move.rung() == rung && move.to().isPresent())
                .collect(groupingBy(move -> move.to().orElseThrow(), TreeMap::new, mapping(Move::date, toList())));
    }

    private List<String> longRuns(PhysicianId physician, List<LocalDate> taken) {
        Rhythm rhythm = Rhythm.of(problem, physician);
        Set<LocalDate> held = after.first().entrySet().stream()
                .filter(duty -> duty.getValue().equals(physician))
                .map(Map.Entry::getKey)
                .collect(toSet());
        return taken.stream()
                .map(date -> rhythm.run(date, held))
                .distinct()
                .filter(run -> run.dates().count() > WEEK)
                .map(run -> "À savoir : " + problem.nameOf(physician) + " serait d’astreinte "
                        + FrenchDays.days((int) run.dates().count()) + " de suite, " + FrenchDays.of(run) + ".")
                .toList();
    }

    private String load(PhysicianId physician, List<LocalDate> dates) {
        Quarter quarter = Quarter.of(dates.getFirst());
        return " (" + Fairness.days(physician, quarter, before, problem) + " → "
                + FrenchDays.days(Fairness.days(physician, quarter, after, problem)) + " sur "
                + problem.quotaOf(physician, quarter) + " au " + quarter.label() + ")";
    }

    private String sharing() {
        var changes = new ArrayList<String>();
        for (Measure measure : Measure.values()) {
            long effect = unfairness(measure, after) - unfairness(measure, before);
            if (effect != 0) {
                changes.add(measure.label() + (effect > 0 ? " moins bien partagés" : " mieux partagés"));
            }
        }
        return changes.isEmpty()
                ? "Le partage reste le même."
                : "Effet sur le partage : " + FrenchDays.join(changes) + ".";
    }

    private long unfairness(Measure measure, Assignment assignment) {
        return measure.rule().check(assignment, problem).stream()
                .mapToLong(Violation::cost)
                .sum();
    }
}
