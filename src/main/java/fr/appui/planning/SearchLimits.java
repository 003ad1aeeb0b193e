package fr.appui.planning;

import fr.appui.french.InvalidInput;
import java.time.Duration;

/**
 * How hard to look. The search runs on one worker and stops on the effort spent, counted in the solver's own deterministic
 * seconds: the same problem, seed and effort give the same rota on any machine. The wall clock only guards against a machine
 * too slow for the effort; an answer that it cut short may differ from one run to the next.
 *
 * @param effort in deterministic seconds, about one second each on an idle machine
 */
public record SearchLimits(int seed, double effort, Duration wallClock) {

    public static final SearchLimits DEFAULT = new SearchLimits(1, 60, Duration.ofMinutes(3));

    public SearchLimits {
        if (effort <= 0 || effort > 3_600) {
            throw new InvalidInput("effort de recherche : choisir entre 0 et 3600 secondes");
        }
        if (wallClock.isNegative() || wallClock.isZero()) {
            throw new InvalidInput("durée de recherche : elle doit être positive");
        }
    }

    public SearchLimits withEffort(double seconds) {
        return new SearchLimits(seed, seconds, wallClock);
    }
}
