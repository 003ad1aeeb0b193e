package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A search for a rota, as anyone can follow it from any node.
 *
 * @param found what the best rota so far costs
 * @param explanation French sentences: why there is none, or what was reached
 */
public record GenerationJob(
        UUID id,
        TerritoryCode territory,
        Quarter quarter,
        Order order,
        State state,
        Optional<Draft.Proof> found,
        List<String> explanation) {

    public enum State {
        RUNNING,
        /** The draft is there. */
        DONE,
        /** Proved: there is no rota, and the explanation says why. */
        IMPOSSIBLE,
        /** The time ran out with neither. */
        UNDECIDED,
        /** Stopped on request; the best found, if any, is the draft. */
        CANCELLED,
        UNAVAILABLE,
        FAILED,
        /** The node that searched went away. */
        LOST
    }

    /** @param timeLimitSeconds of the solver's own time */
    public record Order(int seed, int timeLimitSeconds, String author, Instant askedAt) {}

    public GenerationJob {
        explanation = List.copyOf(explanation);
    }

    public boolean isOver() {
        return state != State.RUNNING;
    }

    GenerationJob ended(State end, Optional<Draft.Proof> best, List<String> sentences) {
        return new GenerationJob(id, territory, quarter, order, end, best, sentences);
    }
}
