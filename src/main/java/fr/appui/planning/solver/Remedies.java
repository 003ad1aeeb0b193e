package fr.appui.planning.solver;

import fr.appui.directory.Finess;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.Assignment;
import fr.appui.planning.BackUpNeeds;
import fr.appui.planning.Cancellation;
import fr.appui.planning.DateRange;
import fr.appui.planning.Diagnosis;
import fr.appui.planning.Remedy;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Rule;
import fr.appui.planning.SearchLimits;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Verdict;
import fr.appui.planning.Volunteer;
import fr.appui.planning.Wishes;
import fr.appui.planning.solver.DateModel.Slack;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What would make an infeasible problem feasible. Each remedy was applied to the problem, a rota was found, and the rules
 * allow it; what was not found within the effort is not shown.
 */
final class Remedies {

    private static final double ALL = 2.5;
    private static final double EACH = 0.5;

    /** How many volunteers beyond the least that could do are tried. */
    private static final int MORE = 4;

    private static final List<Rule> LIFTABLE =
            List.of(Rule.CONSECUTIVE_DAYS, Rule.REST, Rule.WILLINGNESS, Rule.PERSONAL_MAXIMUM);

    /** Whom a volunteer still to be found works for changes nothing. */
    private static final Finess ANYWHERE = new Finess("600100648");

    private final RotaProblem problem;
    private final Effort effort;

    Remedies(RotaProblem problem, SearchLimits limits, Cancellation cancellation) {
        this.problem = problem;
        this.effort = new Effort(limits, cancellation, ALL);
    }

    /** @param uncovered one way to leave as few dates as possible uncovered */
    List<Remedy> covering(List<LocalDate> uncovered) {
        var remedies = new ArrayList<Remedy>();
        moreVolunteers(uncovered).ifPresent(remedies::add);
        remedies.addAll(ceding(EnumSet.of(Slack.QUOTA)));
        remedies.addAll(ceding(EnumSet.of(Slack.AVAILABILITY)));
        remedies.addAll(lifting());
        remedies.addAll(ceding(EnumSet.of(Slack.FIXED_DUTIES)));
        if (remedies.stream().allMatch(Remedy.MoreVolunteers.class::isInstance)) {
            List<Remedy> parts = ceding(EnumSet.of(Slack.QUOTA, Slack.AVAILABILITY, Slack.FIXED_DUTIES));
            remedies.addAll(parts.size() > 1 ? List.of(new Remedy.Together(parts)) : parts);
        }
        return remedies;
    }

    private Optional<Remedy> moreVolunteers(List<LocalDate> uncovered) {
        if (uncovered.isEmpty()) {
            return Optional.empty();
        }
        int least = Math.max(1, Diagnosis.volunteersFor(problem, uncovered));
        return IntStream.range(least, least + MORE)
                .filter(count -> problem.volunteers().size() + count <= RotaProblem.MOST_VOLUNTEERS)
                .boxed()
                .flatMap(count -> Stream.of(uncovered, problem.dates())
                        .filter(dates -> isFeasible(joinedBy(count, dates)))
                        .<Remedy>map(dates -> new Remedy.MoreVolunteers(count, dates)))
                .findFirst();
    }

    private RotaProblem joinedBy(int count, List<LocalDate> dates) {
        List<Unavailability> away = problem.dates().stream()
                .filter(date -> !dates.contains(date))
                .map(DateRange::on)
                .<Unavailability>map(Unavailability.During::new)
                .toList();
        var team = new ArrayList<>(problem.volunteers());
        for (int one = 1; one <= count; one++) {
            team.add(new Volunteer(
                    new PhysicianId(new UUID(-1, one)),
                    "Volontaire " + one,
                    ANYWHERE,
                    List.of(),
                    Wishes.none().unavailable(away)));
        }
        return problem.with(team);
    }

    private List<Remedy> ceding(Set<Slack> slacks) {
        if (effort.isSpent() || !couldCede(slacks)) {
            return List.of();
        }
        return new DateModel(problem, problem.surroundings().kept(), problem.dates(), slacks)
                .solve(effort, EACH)
                .rota()
                .map(rota -> new Ceded(problem, rota, slacks))
                .filter(Ceded::works)
                .map(Ceded::remedies)
                .orElse(List.of());
    }

    private boolean couldCede(Set<Slack> slacks) {
        boolean fixed = !problem.surroundings().kept().equals(Assignment.EMPTY);
        boolean away = problem.volunteers().stream()
                .anyMatch(one -> !one.wishes().unavailabilities().isEmpty());
        return slacks.contains(Slack.QUOTA)
                || (slacks.contains(Slack.FIXED_DUTIES) && fixed)
                || (slacks.contains(Slack.AVAILABILITY) && away);
    }

    /** Each rule that is enough alone; where none is, those that are enough together. */
    private List<Remedy> lifting() {
        List<Rule> inForce = LIFTABLE.stream()
                .filter(rule -> !problem.lifting(rule).equals(problem))
                .toList();
        List<Remedy> alone = inForce.stream()
                .filter(rule -> isFeasible(lifting(List.of(rule))))
                .<Remedy>map(rule -> new Remedy.LiftRules(List.of(rule)))
                .toList();
        if (!alone.isEmpty() || inForce.size() < 2 || !isFeasible(lifting(inForce))) {
            return alone;
        }
        List<Rule> together = inForce;
        for (Rule rule : inForce) {
            List<Rule> fewer = together.stream().filter(one -> one != rule).toList();
            together = isFeasible(lifting(fewer)) ? fewer : together;
        }
        return List.of(new Remedy.LiftRules(together));
    }

    private RotaProblem lifting(List<Rule> rules) {
        RotaProblem lifted = problem;
        for (Rule rule : rules) {
            lifted = lifted.lifting(rule);
        }
        return lifted;
    }

    private boolean isFeasible(RotaProblem other) {
        return !effort.isSpent()
                && DateModel.whole(other)
                        .solve(effort, EACH)
                        .rota()
                        .filter(rota -> Verdict.hardOn(BackUpNeeds.anyhow(other, rota), other)
                                .isAllowed())
                        .isPresent();
    }
}
