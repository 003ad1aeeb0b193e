package fr.appui.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Why one volunteer cannot hold one date on one rung, whatever else the rota says.
 *
 * @param name of the volunteer
 * @param said in French, without the date: « s'est dit indisponible »
 * @param saidOfMany the same of several at once; what cannot be said of several repeats {@code said}
 */
public record Obstacle(Rule rule, String name, String said, String saidOfMany) {

    /** « Dr Martin s'est dit indisponible ». */
    public String sentence() {
        return name + " " + said;
    }

    /** « Dr Martin et Dr Petit se sont dits indisponibles », one phrase for each thing that stands in the way. */
    static List<String> sentences(List<Obstacle> obstacles) {
        var named = new LinkedHashMap<String, List<Obstacle>>();
        for (Obstacle one : obstacles) {
            String key = one.said().equals(one.saidOfMany()) ? one.sentence() : one.said();
            named.computeIfAbsent(key, said -> new ArrayList<>()).add(one);
        }
        return named.values().stream()
                .map(same -> same.size() == 1
                        ? same.getFirst().sentence()
                        : FrenchDays.people(same.stream().map(Obstacle::name).toList()) + " "
                                + same.getFirst().saidOfMany())
                .toList();
    }

    /** The first obstacle in the order of the rules; empty where the volunteer may be placed. */
    public static Optional<Obstacle> of(RotaProblem problem, Volunteer volunteer, DutyRung rung, DayToCover day) {
        return eligibility(volunteer, day)
                .or(() -> availability(problem, volunteer, day))
                .or(() -> weekEndsOnly(problem, volunteer, day))
                .or(() -> heldElsewhere(problem, volunteer, day))
                .or(() -> priority(problem, volunteer, rung, day));
    }

    static Optional<Obstacle> eligibility(Volunteer volunteer, DayToCover day) {
        return volunteer
                .ineligibilityOn(day.date())
                .map(missing -> "ne peut pas participer : " + missing.reason())
                .map(said -> new Obstacle(Rule.ELIGIBILITY, volunteer.name(), said, said));
    }

    static Optional<Obstacle> availability(RotaProblem problem, Volunteer volunteer, DayToCover day) {
        boolean free = !volunteer.wishes().unavailableOn(day.date()) || problem.settled(volunteer, day.date());
        return unless(free, Rule.AVAILABILITY, volunteer, "s’est dit indisponible", "se sont dits indisponibles");
    }

    static Optional<Obstacle> weekEndsOnly(RotaProblem problem, Volunteer volunteer, DayToCover day) {
        boolean willing = volunteer.wishes().willingness() != Willingness.WEEK_ENDS_ONLY
                || day.isWeekEnd()
                || day.publicHoliday()
                || problem.settled(volunteer, day.date());
        String what = " que des week-ends et des jours fériés";
        return unless(willing, Rule.WILLINGNESS, volunteer, "ne propose" + what, "ne proposent" + what);
    }

    static Optional<Obstacle> heldElsewhere(RotaProblem problem, Volunteer volunteer, DayToCover day) {
        return problem.heldBy(volunteer.id())
                .filter(duty -> duty.overlaps(day.window()))
                .findFirst()
                .map(duty -> " déjà une astreinte (" + duty.rung().label() + ", territoire " + duty.territory() + ")")
                .map(what -> new Obstacle(Rule.ONE_AT_A_TIME, volunteer.name(), "tient" + what, "tiennent" + what));
    }

    /** A priority astreinte calls for a back-up who holds none, so it bars from the first rung where no such back-up exists. */
    private static Optional<Obstacle> priority(
            RotaProblem problem, Volunteer volunteer, DutyRung rung, DayToCover day) {
        boolean backedUp = rung == DutyRung.BACK_UP
                || !volunteer.holdsPriorityAstreinteOn(day.date())
                || problem.volunteers().stream().anyMatch(other -> backsUp(problem, other, volunteer, day));
        String what = " une astreinte HAD ou USP et personne n’est libre pour le recours";
        return unless(backedUp, Rule.BACK_UP_WHEN_PRIORITY, volunteer, "tient" + what, "tiennent" + what);
    }

    /** Whether one volunteer may be the back-up of another who holds the first rung. */
    static boolean backsUp(RotaProblem problem, Volunteer backUp, Volunteer first, DayToCover day) {
        boolean bothPriority =
                first.holdsPriorityAstreinteOn(day.date()) && backUp.holdsPriorityAstreinteOn(day.date());
        return !bothPriority
                && !backUp.id().equals(first.id())
                && of(problem, backUp, DutyRung.BACK_UP, day).isEmpty();
    }

    /** Whom the back-up that is fixed for this date could not back up. */
    public static Optional<Obstacle> byFixedBackUp(
            RotaProblem problem, Assignment fixed, Volunteer volunteer, DayToCover day) {
        Optional<Volunteer> backUp = fixed.holder(DutyRung.BACK_UP, day.date()).flatMap(problem::volunteer);
        boolean same = backUp.filter(one -> one.id().equals(volunteer.id())).isPresent();
        boolean bothPriority = volunteer.holdsPriorityAstreinteOn(day.date())
                && backUp.filter(one -> one.holdsPriorityAstreinteOn(day.date()))
                        .isPresent();
        String priority = " une astreinte HAD ou USP, comme le recours fixé à cette date";
        return unless(
                        !same,
                        Rule.BACK_UP_OTHER_PHYSICIAN,
                        volunteer,
                        "est fixé au recours à cette date",
                        "sont fixés au recours à cette date")
                .or(() -> unless(
                        !bothPriority,
                        Rule.BACK_UP_WHEN_PRIORITY,
                        volunteer,
                        "tient" + priority,
                        "tiennent" + priority));
    }

    private static Optional<Obstacle> unless(
            boolean met, Rule rule, Volunteer volunteer, String said, String saidOfMany) {
        return met ? Optional.empty() : Optional.of(new Obstacle(rule, volunteer.name(), said, saidOfMany));
    }
}
