package fr.appui.planning;

import fr.appui.directory.PhysicianId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** One rule for each thing that is shared. */
final class FairnessChecks {

    private FairnessChecks() {}

    static Rule.Check of(Measure measure) {
        return (assignment, problem) -> check(measure, assignment, problem);
    }

    private static List<Violation> check(Measure measure, Assignment assignment, RotaProblem problem) {
        FairShare share = FairShare.of(measure, problem);
        Map<PhysicianId, Tally> tallies = Tallies.of(assignment, problem);
        ToIntFunction<PhysicianId> held = id -> measure.of(tallies.getOrDefault(id, Tally.NOTHING));
        long cost = share.cost(held);
        return cost == 0
                ? List.of()
                : List.of(uneven(measure, problem, cost, id -> share.headStart(id) + held.applyAsInt(id)));
    }

    private static Violation uneven(
            Measure measure, RotaProblem problem, long cost, ToIntFunction<PhysicianId> withMemory) {
        Comparator<Volunteer> byShare = Comparator.comparingInt(one -> withMemory.applyAsInt(one.id()));
        Volunteer most = problem.volunteers().stream().max(byShare).orElseThrow();
        Volunteer least = problem.volunteers().stream().min(byShare).orElseThrow();
        return new Violation(
                measure.rule(),
                List.of(),
                List.of(most.id(), least.id()),
                "Partage des " + measure.label() + ", trimestres précédents compris : " + most.name() + " en a "
                        + (withMemory.applyAsInt(most.id()) - withMemory.applyAsInt(least.id())) + " de plus que "
                        + least.name() + ".",
                cost);
    }
}
