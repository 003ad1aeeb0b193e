package fr.appui.planning;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import java.util.ArrayList;
import java.util.List;

/** The figures that a coordinator judges the sharing by, one row a volunteer. */
public record Fairness(List<Row> rows) {

    /**
     * @param now this territory's civil quarter: what the rota gives and what is already held around it
     * @param withMemory the same with the previous four quarters
     * @param room days they may still receive in the quarter, every territory counted
     */
    public record Row(PhysicianId physician, String name, Tally now, Tally withMemory, int backUpDays, int room) {}

    public Fairness {
        rows = List.copyOf(rows);
    }

    /** For the civil quarter of the problem's first date. */
    public static Fairness of(Assignment rota, RotaProblem problem) {
        Quarter quarter = Quarter.of(problem.from());
        return new Fairness(problem.volunteers().stream()
                .map(volunteer -> row(volunteer, quarter, rota, problem))
                .toList());
    }

    /** First-rung days of a civil quarter, on every territory. */
    static int days(PhysicianId physician, Quarter quarter, Assignment rota, RotaProblem problem) {
        long assigned = rota.first().entrySet().stream()
                .filter(duty -> duty.getValue().equals(physician) && quarter.contains(duty.getKey()))
                .count();
        return (int) assigned + problem.heldDays(physician, quarter);
    }

    private static Row row(Volunteer volunteer, Quarter quarter, Assignment rota, RotaProblem problem) {
        PhysicianId id = volunteer.id();
        Tally now = Tallies.of(held(id, quarter, rota, problem));
        int assigned = days(id, quarter, rota, problem) - problem.heldDays(id, quarter);
        int backUps = (int) rota.backUp().values().stream().filter(id::equals).count();
        return new Row(
                id,
                volunteer.name(),
                now,
                now.plus(remembered(id, quarter, problem)),
                backUps,
                problem.room(volunteer, quarter) - assigned);
    }

    private static List<DayToCover> held(PhysicianId id, Quarter quarter, Assignment rota, RotaProblem problem) {
        var around = problem.heldAround();
        var days = new ArrayList<>(problem.days().stream()
                .filter(day -> id.equals(rota.first().get(day.date())))
                .toList());
        problem.heldBy(id)
                .filter(duty -> duty.territory().equals(problem.territory()) && duty.rung() == DutyRung.FIRST)
                .filter(duty -> around.containsKey(duty.date()))
                .forEach(duty -> days.add(duty.day()));
        days.removeIf(day -> !quarter.contains(day.date()));
        return days;
    }

    private static Tally remembered(PhysicianId id, Quarter quarter, RotaProblem problem) {
        Quarter oldest = quarter.previous().previous().previous().previous();
        return problem.surroundings().history().stream()
                .filter(share -> share.physician().equals(id))
                .filter(share -> share.quarter().compareTo(oldest) >= 0
                        && share.quarter().compareTo(quarter) < 0)
                .map(PastShare::held)
                .reduce(Tally.NOTHING, Tally::plus);
    }
}
