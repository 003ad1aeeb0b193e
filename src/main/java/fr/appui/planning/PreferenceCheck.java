package fr.appui.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Wishes that were not met: avoided dates held, preferred dates not obtained. */
final class PreferenceCheck {

    private PreferenceCheck() {}

    static List<Violation> preferences(Assignment assignment, RotaProblem problem) {
        var unmet = new ArrayList<Violation>();
        for (Volunteer volunteer : problem.volunteers()) {
            List<LocalDate> disliked = problem.dates().stream()
                    .filter(date -> cost(volunteer, assignment, date) > 0)
                    .toList();
            if (!disliked.isEmpty()) {
                unmet.add(unmet(volunteer, assignment, problem, disliked));
            }
        }
        return unmet;
    }

    private static Violation unmet(
            Volunteer volunteer, Assignment assignment, RotaProblem problem, List<LocalDate> dates) {
        long cost = dates.stream()
                .mapToLong(date -> cost(volunteer, assignment, date))
                .sum();
        return new Violation(
                Rule.PREFERENCES,
                dates,
                List.of(volunteer.id()),
                "Souhaits de " + volunteer.name() + " non satisfaits " + FrenchDays.of(dates) + ".",
                cost * problem.settings().weights().preferences());
    }

    /** An avoided date costs when held, a preferred one when not. */
    private static int cost(Volunteer volunteer, Assignment assignment, LocalDate date) {
        int dislike = volunteer.wishes().dislikeOf(date);
        boolean held = volunteer.id().equals(assignment.first().get(date));
        return Math.max(0, held ? dislike : -dislike);
    }
}
