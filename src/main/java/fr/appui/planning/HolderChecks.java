package fr.appui.planning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fr.appui.directory.PhysicianId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each date asks of the physician who holds it, on either rung. */
final class HolderChecks {

    private HolderChecks() {}

    /** Why a known volunteer may not hold a date. */
    @FunctionalInterface
    private interface Question {
        Optional<Obstacle> ask(Volunteer volunteer, DayToCover day);
    }

    private record Found(PhysicianId physician, String sentence) {}

    static List<Violation> eligibility(Assignment assignment, RotaProblem problem) {
        var broken = new ArrayList<>(strangers(assignment, problem));
        broken.addAll(ask(Rule.ELIGIBILITY, assignment, problem, Obstacle::eligibility));
        return broken;
    }

    static List<Violation> availability(Assignment assignment, RotaProblem problem) {
        return ask(
                Rule.AVAILABILITY,
                assignment,
                problem,
                (volunteer, day) -> Obstacle.availability(problem, volunteer, day));
    }

    static List<Violation> oneAtATime(Assignment assignment, RotaProblem problem) {
        return ask(
                Rule.ONE_AT_A_TIME,
                assignment,
                problem,
                (volunteer, day) -> Obstacle.heldElsewhere(problem, volunteer, day));
    }

    static List<Violation> willingness(Assignment assignment, RotaProblem problem) {
        var broken = new ArrayList<>(ask(
                Rule.WILLINGNESS,
                assignment,
                problem,
                (volunteer, day) -> Obstacle.weekEndsOnly(problem, volunteer, day)));
        Turn.of(assignment.first()).stream()
                .filter(turn -> breaksWholeWeek(turn, problem))
                .map(turn -> Violation.hard(
                        Rule.WILLINGNESS,
                        turn.dates().dates().toList(),
                        turn.physician(),
                        problem.nameOf(turn.physician()) + " ne propose que des semaines entières et n’aurait que "
                                + FrenchDays.of(turn.dates()) + "."))
                .forEach(broken::add);
        return broken;
    }

    private static boolean breaksWholeWeek(Turn turn, RotaProblem problem) {
        return problem.volunteer(turn.physician())
                .filter(holder ->
                        problem.breaksWholeWeek(holder, turn.dates().dates().toList()))
                .isPresent();
    }

    private static List<Violation> strangers(Assignment assignment, RotaProblem problem) {
        var broken = new ArrayList<Violation>();
        for (DutyRung rung : DutyRung.values()) {
            assignment.on(rung).forEach((date, physician) -> {
                if (problem.volunteer(physician).isEmpty()) {
                    broken.add(Violation.hard(
                            Rule.ELIGIBILITY,
                            List.of(date),
                            physician,
                            "Le médecin placé " + FrenchDays.on(date) + " n’est pas volontaire sur ce territoire."));
                }
            });
        }
        return broken;
    }

    private static List<Violation> ask(Rule rule, Assignment assignment, RotaProblem problem, Question question) {
        var broken = new ArrayList<Violation>();
        for (DutyRung rung : DutyRung.values()) {
            byReason(assignment, problem, rung, question)
                    .forEach((found, dates) -> broken.add(Violation.hard(
                            rule,
                            dates,
                            found.physician(),
                            found.sentence() + " ; or ce médecin est placé au " + rung.label() + " "
                                    + FrenchDays.of(dates) + ".")));
        }
        return broken;
    }

    private static Map<Found, List<LocalDate>> byReason(
            Assignment assignment, RotaProblem problem, DutyRung rung, Question question) {
        record Hit(Found found, LocalDate date) {}
        var hits = new ArrayList<Hit>();
        for (DayToCover day : problem.days()) {
            assignment
                    .holder(rung, day.date())
                    .flatMap(problem::volunteer)
                    .flatMap(volunteer -> question.ask(volunteer, day)
                            .map(obstacle -> new Found(volunteer.id(), obstacle.sentence())))
                    .ifPresent(found -> hits.add(new Hit(found, day.date())));
        }
        return hits.stream().collect(groupingBy(Hit::found, LinkedHashMap::new, mapping(Hit::date, toList())));
    }
}
