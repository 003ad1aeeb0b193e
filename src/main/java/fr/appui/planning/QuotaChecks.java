package fr.appui.planning;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** How much one physician holds in a civil quarter; a range over two quarters counts in each. */
final class QuotaChecks {

    private QuotaChecks() {}

    /** @param held duty days of the quarter, the ones held elsewhere included */
    private record Holding(PhysicianId physician, Quarter quarter, List<LocalDate> dates, int held) {}

    static List<Violation> quota(Assignment assignment, RotaProblem problem) {
        return holdings(assignment, problem).stream()
                .filter(one -> one.held() > problem.quotaOf(one.physician(), one.quarter()))
                .map(one -> exceeded(
                        Rule.QUOTA,
                        one,
                        problem.nameOf(one.physician()) + " aurait " + FrenchDays.days(one.held())
                                + " d’astreinte au " + one.quarter().label() + ", au-delà de son quota de "
                                + problem.quotaOf(one.physician(), one.quarter())
                                + " ; il faut une dérogation motivée."))
                .toList();
    }

    static List<Violation> personalMaximum(Assignment assignment, RotaProblem problem) {
        var broken = new ArrayList<Violation>();
        for (Holding one : holdings(assignment, problem)) {
            problem.volunteer(one.physician())
                    .ifPresent(volunteer -> volunteer.wishes().maxDutyDays().ifPresent(most -> {
                        if (one.held() > most) {
                            broken.add(exceeded(
                                    Rule.PERSONAL_MAXIMUM,
                                    one,
                                    volunteer.name() + " aurait " + FrenchDays.days(one.held())
                                            + " d’astreinte au " + one.quarter().label() + " et n’en accepte que "
                                            + most + "."));
                        }
                    }));
        }
        return broken;
    }

    private static Violation exceeded(Rule rule, Holding one, String sentence) {
        return Violation.hard(rule, one.dates(), one.physician(), sentence);
    }

    private static List<Holding> holdings(Assignment assignment, RotaProblem problem) {
        var holdings = new ArrayList<Holding>();
        problem.quarters().forEach((quarter, days) -> {
            for (PhysicianId physician : new TreeSet<>(assignment.first().values())) {
                List<LocalDate> dates = days.stream()
                        .map(DayToCover::date)
                        .filter(date -> physician.equals(assignment.first().get(date)))
                        .toList();
                if (!dates.isEmpty()) {
                    int held = dates.size() + problem.heldDays(physician, quarter);
                    holdings.add(new Holding(physician, quarter, dates, held));
                }
            }
        });
        return holdings;
    }
}
