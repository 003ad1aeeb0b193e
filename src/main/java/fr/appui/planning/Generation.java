package fr.appui.planning;

import java.util.Optional;

/** What a search for a rota answers. */
public sealed interface Generation {

    /** No first rung is better under the weights given, and no back-up is better for this first rung. */
    record Optimal(Solution solution) implements Generation {}

    /** Allowed, but not proved to be the best within the limits. */
    record Feasible(Solution solution) implements Generation {
        public double gap() {
            return solution.gap();
        }
    }

    /** Proved: no rota obeys the hard rules. */
    record Infeasible(Infeasibility why) implements Generation {}

    /** The limits were reached with neither a rota nor a proof that none exists. */
    record Undecided() implements Generation {}

    /** @param best empty when nothing had been found yet */
    record Cancelled(Optional<Solution> best) implements Generation {}

    /** The solver's native library cannot be loaded here; calls, edits by hand and their checks go on. */
    record Unavailable(String reason) implements Generation {}

    /** The rota found, whatever is known of it. */
    default Optional<Solution> found() {
        return switch (this) {
            case Optimal optimal -> Optional.of(optimal.solution());
            case Feasible feasible -> Optional.of(feasible.solution());
            case Cancelled cancelled -> cancelled.best();
            case Infeasible infeasible -> Optional.empty();
            case Undecided undecided -> Optional.empty();
            case Unavailable unavailable -> Optional.empty();
        };
    }
}
