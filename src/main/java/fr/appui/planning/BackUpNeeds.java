package fr.appui.planning;

import fr.appui.directory.PhysicianId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            Optional.ofNullable(first.get(day.date()))
                    .flatMap(problem::volunteer)
                    .filter(holder -> needs.wanted(day, holder))
                    .ifPresent(holder -> needs.add(day, holder));
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

    /** The first rung with anybody free as the back-up of each date that needs one. */
    public static Assignment anyhow(RotaProblem problem, SortedMap<LocalDate, PhysicianId> first) {
        BackUpNeeds needs = of(problem, first);
        Assignment backed = Assignment.ofFirst(first);
        for (DayToCover day : needs.days()) {
            backed = backed.with(
                    DutyRung.BACK_UP,
                    day.date(),
                    needs.candidates(day.date()).getFirst().id());
        }
        return backed;
    }

    public FairShare share() {
        return BackUpChecks.share(problem, days.size());
    }

    private boolean wanted(DayToCover day, Volunteer holder) {
        return problem.settings().backUp() == BackUpPolicy.EVERY_DAY
                || problem.surroundings().kept().backUp().containsKey(day.date())
                || holder.holdsPriorityAstreinteOn(day.date());
    }

    private void add(DayToCover day, Volunteer first) {
        PhysicianId kept = problem.surroundings().kept().backUp().get(day.date());
        List<Volunteer> free = problem.volunteers().stream()
                .filter(one -> kept == null || one.id().equals(kept))
                .filter(one -> Obstacle.backsUp(problem, one, first, day))
                .toList();
        if (free.isEmpty()) {
            missing.add(day.date());
        } else {
            days.add(day);
            candidates.put(day.date(), free);
        }
    }
}
