package fr.appui.planning.solver;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.Assignment;
import fr.appui.planning.BackUpNeeds;
import fr.appui.planning.Derogation;
import fr.appui.planning.Diagnosis;
import fr.appui.planning.DutyRung;
import fr.appui.planning.FixedDuty;
import fr.appui.planning.Obstacle;
import fr.appui.planning.Remedy;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Verdict;
import fr.appui.planning.Volunteer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What must give way for a rota to be allowed: read from the rota itself, applied to the problem, and judged by the rules.
 *
 * @param first a first rung that the problem as it is does not allow
 */
record Ceded(RotaProblem problem, SortedMap<LocalDate, PhysicianId> first, Set<DateModel.Slack> slacks) {

    private static final int MOST_ALTERNATIVES = 4;

    /** Whether the rules allow the rota once it all gave way. */
    boolean works() {
        RotaProblem after = applied();
        return Verdict.hardOn(BackUpNeeds.anyhow(after, first), after).isAllowed();
    }

    List<Remedy> remedies() {
        var remedies = new ArrayList<Remedy>();
        if (!derogations().isEmpty()) {
            remedies.add(new Remedy.Derogations(
                    derogations().stream().map(this::extra).toList()));
        }
        if (!returns().isEmpty()) {
            remedies.add(new Remedy.FreeDates(returns().entrySet().stream()
                    .map(one -> new Remedy.FreeDates.Return(
                            alternatives(one.getKey(), one.getValue()), List.copyOf(one.getValue())))
                    .toList()));
        }
        List<FixedDuty> released = FixedDuty.of(released(), problem);
        if (!released.isEmpty()) {
            remedies.add(new Remedy.ReleaseFixed(released));
        }
        return remedies;
    }

    private RotaProblem applied() {
        RotaProblem after = unfixed();
        for (Map.Entry<PhysicianId, TreeSet<LocalDate>> one : returns().entrySet()) {
            after = after.changing(one.getKey(), wishes -> wishes.returning(one.getValue(), problem.dates()));
        }
        var derogations = new ArrayList<>(derogations());
        derogations.addAll(problem.surroundings().derogations());
        return after.with(after.surroundings().derogating(derogations));
    }

    private RotaProblem unfixed() {
        Assignment kept = problem.surroundings().kept();
        for (DutyRung rung : DutyRung.values()) {
            for (LocalDate date : released().on(rung).keySet()) {
                kept = kept.without(rung, date);
            }
        }
        return problem.keeping(kept);
    }

    private Assignment released() {
        Assignment released = Assignment.EMPTY;
        if (slacks.contains(DateModel.Slack.FIXED_DUTIES)) {
            Assignment kept = problem.surroundings().kept();
            for (Map.Entry<LocalDate, PhysicianId> duty : kept.first().entrySet()) {
                if (!duty.getValue().equals(first.get(duty.getKey()))) {
                    released = released.with(DutyRung.FIRST, duty.getKey(), duty.getValue());
                }
            }
            for (Map.Entry<LocalDate, PhysicianId> duty : kept.backUp().entrySet()) {
                if (isInTheWay(kept, duty.getKey()) || isForbidden(duty.getKey())) {
                    released = released.with(DutyRung.BACK_UP, duty.getKey(), duty.getValue());
                }
            }
        }
        return released;
    }

    private boolean isInTheWay(Assignment kept, LocalDate backUp) {
        return problem.day(backUp)
                .flatMap(day -> Optional.ofNullable(first.get(backUp))
                        .flatMap(problem::volunteer)
                        .flatMap(holder -> Obstacle.byFixedBackUp(problem, kept, holder, day)))
                .isPresent();
    }

    private boolean isForbidden(LocalDate backUp) {
        return Diagnosis.forbidden(problem).entrySet().stream()
                .anyMatch(one -> one.getKey().rung() == DutyRung.BACK_UP
                        && one.getValue().contains(backUp));
    }

    private Map<PhysicianId, TreeSet<LocalDate>> returns() {
        var returns = new LinkedHashMap<PhysicianId, TreeSet<LocalDate>>();
        if (slacks.contains(DateModel.Slack.AVAILABILITY)) {
            RotaProblem unfixed = unfixed();
            first.forEach((date, holder) -> unfixed.volunteer(holder)
                    .filter(one -> one.wishes().unavailableOn(date) && !unfixed.settled(one, date))
                    .ifPresent(one -> returns.computeIfAbsent(holder, id -> new TreeSet<>())
                            .add(date)));
        }
        return returns;
    }

    /** Where one person is to come back: whoever could do so in their place. */
    private List<String> alternatives(PhysicianId physician, Set<LocalDate> dates) {
        if (returns().size() > 1) {
            return List.of(problem.nameOf(physician));
        }
        return problem.volunteers().stream()
                .filter(one -> one.id().equals(physician) || couldReturn(one, dates))
                .limit(MOST_ALTERNATIVES)
                .map(Volunteer::name)
                .toList();
    }

    private boolean couldReturn(Volunteer other, Set<LocalDate> dates) {
        return dates.stream().allMatch(date -> other.wishes().unavailableOn(date))
                && with(other, dates).works();
    }

    private Ceded with(Volunteer other, Set<LocalDate> dates) {
        var changed = new TreeMap<>(first);
        dates.forEach(date -> changed.put(date, other.id()));
        return new Ceded(problem, changed, slacks);
    }

    private List<Derogation> derogations() {
        var derogations = new ArrayList<Derogation>();
        if (slacks.contains(DateModel.Slack.QUOTA)) {
            for (Volunteer volunteer : problem.volunteers()) {
                for (Quarter quarter : problem.quarters().keySet()) {
                    int days = days(volunteer, quarter);
                    if (days > problem.room(volunteer, quarter)) {
                        derogations.add(new Derogation(
                                volunteer.id(),
                                quarter,
                                days + problem.heldDays(volunteer.id(), quarter),
                                "à accorder"));
                    }
                }
            }
        }
        return derogations;
    }

    private int days(Volunteer volunteer, Quarter quarter) {
        return (int) first.entrySet().stream()
                .filter(duty ->
                        quarter.contains(duty.getKey()) && duty.getValue().equals(volunteer.id()))
                .count();
    }

    private Remedy.Derogations.Extra extra(Derogation one) {
        return new Remedy.Derogations.Extra(
                problem.nameOf(one.physician()),
                one.allowedDays(),
                problem.quotaOf(one.physician(), one.quarter()),
                one.quarter().label());
    }
}
