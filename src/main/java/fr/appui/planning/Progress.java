package fr.appui.planning;

import java.time.Duration;
import java.util.Optional;

/**
 * Where a search stands.
 *
 * @param best the best rota so far, empty before the first
 * @param objective what the best costs, meaningless before the first
 * @param bound no rota costs less
 */
public record Progress(DutyRung rung, Duration elapsed, Optional<Assignment> best, long objective, long bound) {

    /** Told from the search's thread: take note and return at once. */
    @FunctionalInterface
    public interface Listener {
        void improved(Progress progress);
    }
}
