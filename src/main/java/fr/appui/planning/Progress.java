package fr.appui.planning;

import java.time.Duration;

/**
 * A better rota, found while the search goes on.
 *
 * @param rung the stage: the first rung, then the back-up given the first
 * @param best the first rung alone during its stage, both during the second
 * @param objective what the stage costs so far
 * @param bound the stage costs no less
 */
public record Progress(DutyRung rung, Duration elapsed, Assignment best, long objective, long bound) {

    /** Told from the search's thread: take note and return at once. */
    @FunctionalInterface
    public interface Listener {
        void improved(Progress progress);
    }
}
