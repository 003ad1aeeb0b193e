package fr.appui.planning;

import java.util.Optional;

/**
 * Why one volunteer cannot hold one date on one rung, whatever else the rota says.
 *
 * @param sentence in French, without the date: « Dr Martin est indisponible »
 */
public record Obstacle(Rule rule, String sentence) {

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
                .map(missing -> new Obstacle(
                        Rule.ELIGIBILITY, volunteer.name() + " ne peut pas participer : " + missing.reason()));
    }

    static Optional<Obstacle> availability(RotaProblem problem, Volunteer volunteer, DayToCover day) {
        boolean free = !volunteer.wishes().unavailableOn(day.date()) || problem.settled(volunteer, day.date());
        return unless(free, Rule.AVAILABILITY, volunteer.name() + " s'est dit indisponible");
    }

    static Optional<Obstacle> weekEndsOnly(RotaProblem problem, Volunteer volunteer, DayToCover day) {
        boolean willing = volunteer.wishes().willingness() != Willingness.WEEK_ENDS_ONLY
                || day.isWeekEnd()
                || day.publicHoliday()
                || problem.settled(volunteer, day.date());
        return unless(
                willing, Rule.WILLINGNESS, volunteer.name() + " ne propose que des week-ends et des jours fériés");
    }

    static Optional<Obstacle> heldElsewhere(RotaProblem problem, Volunteer volunteer, DayToCover day) {
        return problem.heldBy(volunteer.id())
                .filter(duty -> duty.overlaps(day.window()))
                .findFirst()
                .map(duty -> new Obstacle(
                        Rule.ONE_AT_A_TIME,
                        volunteer.name() + " tient déjà une astreinte ("
                                + duty.rung().label() + ", territoire " + duty.territory() + ")"));
    }

    /** A priority astreinte calls for a back-up who holds none, so it bars where no such back-up exists. */
    private static Optional<Obstacle> priority(
            RotaProblem problem, Volunteer volunteer, DutyRung rung, DayToCover day) {
        if (!volunteer.holdsPriorityAstreinteOn(day.date())) {
            return Optional.empty();
        }
        return switch (rung) {
            case BACK_UP ->
                Optional.of(new Obstacle(
                        Rule.BACK_UP_WHEN_PRIORITY,
                        volunteer.name() + " tient une astreinte HAD ou USP et ne peut pas être le recours"));
            case FIRST ->
                unless(
                        backUpExists(problem, volunteer, day),
                        Rule.BACK_UP_WHEN_PRIORITY,
                        volunteer.name() + " tient une astreinte HAD ou USP et personne n'est libre pour le recours");
        };
    }

    private static boolean backUpExists(RotaProblem problem, Volunteer first, DayToCover day) {
        return problem.volunteers().stream()
                .filter(other -> !other.id().equals(first.id()))
                .anyMatch(other -> of(problem, other, DutyRung.BACK_UP, day).isEmpty());
    }

    private static Optional<Obstacle> unless(boolean met, Rule rule, String sentence) {
        return met ? Optional.empty() : Optional.of(new Obstacle(rule, sentence));
    }
}
