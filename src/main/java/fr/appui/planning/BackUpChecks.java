package fr.appui.planning;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import fr.appui.directory.Finess;
import fr.appui.directory.PhysicianId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The second rung. It counts neither in the quota nor in the load: only the first rung is paid and required. */
final class BackUpChecks {

    private BackUpChecks() {}

    static List<Violation> whenPriority(Assignment assignment, RotaProblem problem) {
        return problem.days().stream()
                .map(DayToCover::date)
                .filter(date -> !freeBackUp(assignment, problem, date))
                .flatMap(date ->
                        firstWithPriority(assignment, problem, date).stream().map(first -> lacking(first, date)))
                .toList();
    }

    private static boolean freeBackUp(Assignment assignment, RotaProblem problem, LocalDate date) {
        return assignment
                .holder(DutyRung.BACK_UP, date)
                .flatMap(problem::volunteer)
                .filter(one -> !one.holdsPriorityAstreinteOn(date))
                .isPresent();
    }

    private static Violation lacking(Volunteer first, LocalDate date) {
        return Violation.hard(
                Rule.BACK_UP_WHEN_PRIORITY,
                List.of(date),
                first.id(),
                first.name() + " tient aussi une astreinte HAD ou USP " + FrenchDays.on(date)
                        + " : il faut un médecin de recours qui soit libre.");
    }

    static List<Violation> otherPhysician(Assignment assignment, RotaProblem problem) {
        return assignment.backUp().entrySet().stream()
                .filter(entry -> entry.getValue().equals(assignment.first().get(entry.getKey())))
                .map(entry -> Violation.hard(
                        Rule.BACK_UP_OTHER_PHYSICIAN,
                        List.of(entry.getKey()),
                        entry.getValue(),
                        problem.nameOf(entry.getValue()) + " serait son propre recours " + FrenchDays.on(entry.getKey())
                                + "."))
                .toList();
    }

    static List<Violation> wanted(Assignment assignment, RotaProblem problem) {
        List<LocalDate> missing = problem.settings().backUp() == BackUpPolicy.EVERY_DAY
                ? problem.dates().stream()
                        .filter(date -> !assignment.backUp().containsKey(date))
                        .toList()
                : List.of();
        return missing.isEmpty()
                ? List.of()
                : List.of(new Violation(
                        Rule.BACK_UP_WANTED,
                        missing,
                        List.of(),
                        "Aucun médecin de recours " + FrenchDays.of(missing) + ".",
                        (long) weights(problem).missing() * missing.size()));
    }

    static List<Violation> otherEstablishment(Assignment assignment, RotaProblem problem) {
        List<LocalDate> shared = assignment.backUp().keySet().stream()
                .filter(date -> sameEstablishment(assignment, problem, date))
                .toList();
        return shared.isEmpty()
                ? List.of()
                : List.of(new Violation(
                        Rule.BACK_UP_OTHER_ESTABLISHMENT,
                        shared,
                        List.of(),
                        "Premier rang et recours viennent du même établissement " + FrenchDays.of(shared) + ".",
                        (long) weights(problem).sameEstablishment() * shared.size()));
    }

    /** Each turn beyond one for every run of dates that have a back-up. */
    static List<Violation> steady(Assignment assignment, RotaProblem problem) {
        Map<LocalDate, List<Turn>> byWeek =
                Turn.of(assignment.backUp()).stream().collect(groupingBy(Turn::week));
        return byWeek.entrySet().stream()
                .filter(week -> handOvers(week.getValue()) > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(week -> new Violation(
                        Rule.BACK_UP_STEADY,
                        List.of(week.getKey()),
                        week.getValue().stream().map(Turn::physician).distinct().toList(),
                        "Le recours change en cours de semaine : "
                                + FrenchDays.join(week.getValue().stream()
                                        .map(turn ->
                                                problem.nameOf(turn.physician()) + " " + FrenchDays.of(turn.dates()))
                                        .toList())
                                + ".",
                        (long) weights(problem).handOver() * handOvers(week.getValue())))
                .toList();
    }

    private static int handOvers(List<Turn> turns) {
        int runs = FrenchDays.runs(
                        turns.stream().flatMap(turn -> turn.dates().dates()).toList())
                .size();
        return turns.size() - runs;
    }

    static List<Violation> shared(Assignment assignment, RotaProblem problem) {
        if (assignment.backUp().isEmpty()) {
            return List.of();
        }
        FairShare share = share(problem, assignment.backUp().size());
        Map<PhysicianId, Long> days = assignment.backUp().values().stream().collect(groupingBy(id -> id, counting()));
        long cost = share.cost(id -> days.getOrDefault(id, 0L).intValue());
        return cost == 0
                ? List.of()
                : List.of(new Violation(
                        Rule.BACK_UP_SHARED,
                        List.of(),
                        List.of(),
                        "Les jours de recours sont inégalement répartis.",
                        cost));
    }

    /** How the back-up days of a rota are shared. */
    static FairShare share(RotaProblem problem, int days) {
        return FairShare.fromZero(
                problem.settings().backUp().fairnessStep(),
                weights(problem).share(),
                problem.volunteers().stream().map(Volunteer::id).toList(),
                days);
    }

    private static Optional<Volunteer> firstWithPriority(Assignment assignment, RotaProblem problem, LocalDate date) {
        return assignment
                .holder(DutyRung.FIRST, date)
                .flatMap(problem::volunteer)
                .filter(first -> first.holdsPriorityAstreinteOn(date));
    }

    private static boolean sameEstablishment(Assignment assignment, RotaProblem problem, LocalDate date) {
        Set<Finess> establishments = new HashSet<>();
        for (DutyRung rung : DutyRung.values()) {
            assignment
                    .holder(rung, date)
                    .flatMap(problem::volunteer)
                    .ifPresent(one -> establishments.add(one.establishment()));
        }
        return establishments.size() == 1 && assignment.first().containsKey(date);
    }

    private static Weights.BackUp weights(RotaProblem problem) {
        return problem.settings().weights().backUp();
    }
}
