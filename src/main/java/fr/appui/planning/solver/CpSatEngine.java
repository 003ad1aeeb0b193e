package fr.appui.planning.solver;

import fr.appui.planning.Assignment;
import fr.appui.planning.Cancellation;
import fr.appui.planning.Diagnosis;
import fr.appui.planning.Generation;
import fr.appui.planning.Infeasibility;
import fr.appui.planning.Progress;
import fr.appui.planning.Repair;
import fr.appui.planning.RotaEngine;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.SearchLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The rota engine on CP-SAT. What needs no solver is answered without it, before its library is even loaded. */
@ApplicationScoped
public class CpSatEngine implements RotaEngine {

    private final NativeLibrary library;

    public CpSatEngine() {
        this(NativeLibrary.OR_TOOLS);
    }

    CpSatEngine(NativeLibrary library) {
        this.library = library;
    }

    @Override
    public Generation generate(
            RotaProblem problem, SearchLimits limits, Cancellation cancellation, Progress.Listener listener) {
        Diagnosis diagnosis = Diagnosis.of(problem);
        Optional<String> failure = library.failure();
        if (!diagnosis.reasons().isEmpty()) {
            return new Generation.Infeasible(
                    failure.isPresent()
                            ? withoutRemedies(diagnosis)
                            : new Explanation(problem, limits, cancellation).after(diagnosis));
        }
        return failure.isPresent()
                ? new Generation.Unavailable(failure.get())
                : new TwoStages(problem, limits, cancellation, listener).run();
    }

    @Override
    public Repair repair(RotaProblem whole, Assignment current, SearchLimits limits) {
        RotaProblem problem = whole.whereHeld(current);
        Diagnosis diagnosis = Diagnosis.of(problem);
        Optional<String> failure = library.failure();
        if (!diagnosis.reasons().isEmpty()) {
            return new Repair.Impossible(
                    failure.isPresent()
                            ? withoutRemedies(diagnosis)
                            : new Explanation(problem, limits, new Cancellation()).after(diagnosis));
        }
        return failure.isPresent()
                ? new Repair.Unavailable(failure.get())
                : new LeastChange(problem, current.on(problem.dates()), limits).run();
    }

    /** A remedy is shown only once it was tried, which takes the solver. */
    private static Infeasibility withoutRemedies(Diagnosis diagnosis) {
        return new Infeasibility(diagnosis.reasons(), diagnosis.uncovered(), List.of());
    }

    @Override
    public Optional<String> unavailability() {
        return library.failure();
    }
}
