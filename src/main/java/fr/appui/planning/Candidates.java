package fr.appui.planning;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may hold each date's first rung: those no obstacle bars, or the one physician a fixed duty names. */
public record Candidates(Map<LocalDate, List<Volunteer>> byDate) {

    public static Candidates of(RotaProblem problem) {
        return of(problem, problem.surroundings().kept());
    }

    /** @param fixed the kept duties that bind; whoever another kept duty names remains free to hold it */
    public static Candidates of(RotaProblem problem, Assignment fixed) {
        var byDate = new LinkedHashMap<LocalDate, List<Volunteer>>();
        for (DayToCover day : problem.days()) {
            byDate.put(
                    day.date(),
                    problem.volunteers().stream()
                            .filter(one -> mayHold(problem, fixed, one, day))
                            .toList());
        }
        return new Candidates(byDate);
    }

    private static boolean mayHold(RotaProblem problem, Assignment fixed, Volunteer volunteer, DayToCover day) {
        boolean keptFree = fixed.holder(DutyRung.FIRST, day.date())
                .map(volunteer.id()::equals)
                .orElse(true);
        return keptFree
                && Obstacle.of(problem, volunteer, DutyRung.FIRST, day).isEmpty()
                && Obstacle.byFixedBackUp(problem, fixed, volunteer, day).isEmpty();
    }

    public List<Volunteer> on(LocalDate date) {
        return Optional.ofNullable(byDate.get(date)).orElse(List.of());
    }

    public boolean has(Volunteer volunteer, LocalDate date) {
        return on(date).contains(volunteer);
    }
}
