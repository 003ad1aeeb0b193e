package fr.appui.planning;

import static java.util.stream.Collectors.groupingBy;

import fr.appui.directory.PhysicianId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counting what is held. */
public final class Tallies {

    private Tallies() {}

    /** The first rung of an assignment by physician; who holds nothing is absent. */
    static Map<PhysicianId, Tally> of(Assignment assignment, RotaProblem problem) {
        var days = new HashMap<PhysicianId, List<DayToCover>>();
        days.putAll(problem.days().stream()
                .filter(day -> assignment.first().containsKey(day.date()))
                .collect(groupingBy(day -> assignment.first().get(day.date()))));
        var tallies = new HashMap<PhysicianId, Tally>();
        days.forEach((physician, held) -> tallies.put(physician, of(held)));
        return tallies;
    }

    public static Tally of(List<DayToCover> days) {
        long weekEnds = days.stream()
                .filter(DayToCover::isWeekEnd)
                .map(day -> DayToCover.weekOf(day.date()))
                .distinct()
                .count();
        return new Tally(
                days.size(),
                (int) weekEnds,
                (int) days.stream().filter(DayToCover::publicHoliday).count(),
                (int) days.stream().filter(DayToCover::isSpecial).count());
    }
}
