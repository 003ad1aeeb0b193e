package fr.appui.planning;

import java.util.Optional;

/** Finds the best rota, or why there is none. Long work: call it from a job, never on the way of a phone call. */
public interface RotaEngine {

    Generation generate(
            RotaProblem problem, SearchLimits limits, Cancellation cancellation, Progress.Listener listener);

    default Generation generate(RotaProblem problem, SearchLimits limits) {
        return generate(problem, limits, new Cancellation(), progress -> {});
    }

    /**
     * The least change that makes a rota obey the hard rules of a problem: the one in which a withdrawal is recorded.
     * Dates that the rota leaves open are none of its business.
     * Willingness for whole weeks is set aside, at a price, and shows in the verdict: it is asked of people, not refused.
     */
    Repair repair(RotaProblem problem, Assignment current, SearchLimits limits);

    /** Why no search is possible on this machine; empty when it is. */
    default Optional<String> unavailability() {
        return Optional.empty();
    }
}
