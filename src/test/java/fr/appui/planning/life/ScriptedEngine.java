package fr.appui.planning.life;

import fr.appui.planning.Assignment;
import fr.appui.planning.Cancellation;
import fr.appui.planning.Generation;
import fr.appui.planning.Progress;
import fr.appui.planning.Repair;
import fr.appui.planning.RotaEngine;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.SearchLimits;
import java.util.Optional;

/** Answers what the test says; what is searched is tried with the solver. */
class ScriptedEngine implements RotaEngine {

    /** A search, as the engine sees it. */
    interface Search {
        Generation of(RotaProblem problem, Cancellation cancellation, Progress.Listener listener);
    }

    Search search = (problem, cancellation, listener) -> new Generation.Undecided();
    Repair repair = new Repair.Undecided();
    Optional<String> unavailable = Optional.empty();
    Optional<RotaProblem> asked = Optional.empty();
    Assignment current = Assignment.EMPTY;

    @Override
    public Generation generate(
            RotaProblem problem, SearchLimits limits, Cancellation cancellation, Progress.Listener listener) {
        asked = Optional.of(problem);
        return search.of(problem, cancellation, listener);
    }

    @Override
    public Repair repair(RotaProblem problem, Assignment held, SearchLimits limits) {
        asked = Optional.of(problem);
        current = held;
        return repair;
    }

    @Override
    public Optional<String> unavailability() {
        return unavailable;
    }
}
