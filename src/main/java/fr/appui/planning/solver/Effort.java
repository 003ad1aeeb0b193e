package fr.appui.planning.solver;

import fr.appui.planning.Cancellation;
import fr.appui.planning.SearchLimits;

/** A sum of effort that several searches draw on; what one leaves the next may use. */
final class Effort {

    private static final double NOTHING = 0.001;

    private final SearchLimits limits;
    private final Cancellation cancellation;
    private double left;

    Effort(SearchLimits limits, Cancellation cancellation, double total) {
        this.limits = limits;
        this.cancellation = cancellation;
        this.left = total;
    }

    boolean isSpent() {
        return left < NOTHING || cancellation.isRequested();
    }

    /** @param most of what is left */
    Search search(double most) {
        return new Search(
                limits.withEffort(Math.max(NOTHING, Math.min(most, left))), cancellation, spent -> left -= spent);
    }
}
