package fr.appui.planning;

import fr.appui.directory.PhysicianId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Which dates are to have a back-up once the first rung is known, and who may be it. */
public final class BackUpNeeds {

    private final RotaProblem problem;
    private final List<DayToCover> days = new ArrayList<>();
    private final List<LocalDate> missing = new ArrayList<>();
    private final Map<LocalDate, List<Volunteer>> candidates = new LinkedHashMap<>();

    private BackUpNeeds(RotaProblem problem) {
        this.problem = problem;
    }

    public static BackUpNeeds of(RotaProblem problem, SortedMap<LocalDate, PhysicianId> first) {
        var needs = new BackUpNeeds(problem);
        for (DayToCover day : problem.days()) {
            PhysicianId holder = first.get(day.date());
            if (holder != null && needs.wanted(day, holder)) {
                needs.add(day, holder);
            }
        }
        return needs;
    }

    /** Dates that will have one. */
    public List<DayToCover> days() {
        return days;
    }

    /** Dates on which one is wanted and nobody is free. */
    public List<LocalDate> missing() {
        return missing;
    }

    public List<Volunteer> candidates(LocalDate date) {
        return candidates.getOrDefault(date, List.of());
    }

    public FairShare share() {
        return BackUpChecks.share(problem, days.size());
    }

    private boolean wanted(DayToCover day, PhysicianId holder) {
        return problem.settings().backUp() == BackUpPolicy.EVERY_DAY
                || problem.surroundings().kept().backUp().containsKey(day.date())
                || problem.volunteer(holder)
                        .filter(one -> one.holdsPriorityAstreinteOn(day.date()))
                        .isPresent();
    }

    private void add(DayToCover day, PhysicianId holder) {
        PhysicianId kept = problem.surroundings().kept().backUp().get(day.date());
        List<Volunteer> free = problem.volunteers().stream()
                .filter(one -> !one.id().equals(holder))
                .filter(one -> kept == null || one.id().equals(kept))
                .filter(one -> Obstacle.of(problem, one, DutyRung.BACK_UP, day).isEmpty())
                .toList();
        if (free.isEmpty()) {
            missing.add(day.date());
        } else {
            days.add(day);
            candidates.put(day.date(), free);
        }
    }
}
