package fr.appui.planning.solver;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.Literal;
import com.google.ortools.sat.SatParameters;
import fr.appui.planning.Cancellation;
import fr.appui.planning.SearchLimits;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One run of the solver on one model. */
final class Search {

    /** Hears of each better solution and of each better bound. */
    interface Watcher {
        void solution(Predicate<Literal> isTrue, double objective, double bound);

        void bound(double bound);

        Watcher NOBODY = new Watcher() {
            @Override
            public void solution(Predicate<Literal> isTrue, double objective, double bound) {}

            @Override
            public void bound(double bound) {}
        };
    }

    private final CpSolver solver = new CpSolver();
    private final Cancellation cancellation;

    Search(SearchLimits limits, Cancellation cancellation) {
        this.cancellation = cancellation;
        SatParameters.Builder parameters = solver.getParameters();
        // one worker: deterministic, and measured faster than a portfolio on this model (docs/adr/0020)
        parameters.setNumWorkers(1);
        parameters.setRandomSeed(limits.seed());
        parameters.setMaxDeterministicTime(limits.effort());
        parameters.setMaxTimeInSeconds(limits.wallClock().toMillis() / (double) TimeUnit.SECONDS.toMillis(1));
        parameters.setLinearizationLevel(2);
        // probing takes half the time of the largest models and finds nothing in them
        parameters.setCpModelProbingLevel(0);
    }

    CpSolverStatus run(CpModel model, Watcher watcher) {
        if (cancellation.isRequested()) {
            return CpSolverStatus.UNKNOWN;
        }
        cancellation.onRequest(solver::stopSearch);
        solver.setBestBoundCallback(bound -> {
            stopIfRequested();
            watcher.bound(bound);
        });
        return solver.solve(model, new CpSolverSolutionCallback() {
            @Override
            public void onSolutionCallback() {
                stopIfRequested();
                watcher.solution(this::booleanValue, objectiveValue(), bestObjectiveBound());
            }
        });
    }

    /** A request made while the native search was starting reaches nobody: it is looked at again here. */
    private void stopIfRequested() {
        if (cancellation.isRequested()) {
            solver.stopSearch();
        }
    }

    boolean isTrue(Literal literal) {
        return solver.booleanValue(literal);
    }

    long objective() {
        return Math.round(solver.objectiveValue());
    }

    /** Costs are whole numbers, so a bound between two of them is worth the next. */
    long bound() {
        return wholeBound(solver.bestObjectiveBound());
    }

    static long wholeBound(double bound) {
        return (long) Math.ceil(bound - 1e-6);
    }

    static boolean hasSolution(CpSolverStatus status) {
        return status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
    }
}
