package fr.appui.planning.solver;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.Literal;
import com.google.ortools.sat.SatParameters;
import fr.appui.planning.Cancellation;
import fr.appui.planning.SearchLimits;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;

/**
 * One run of the solver on one model. Only its solution callback is used: the bound and log callbacks of OR-Tools 9.15 keep
 * a stale reference on the native side and bring the whole process down.
 */
final class Search {

    /** Hears of each better solution. */
    @FunctionalInterface
    interface Watcher {
        void solution(Predicate<Literal> isTrue, double objective, double bound);

        Watcher NOBODY = (isTrue, objective, bound) -> {};
    }

    private static final long LOOKS_FOR_CANCELLATION_EVERY_MS = 50;

    private final CpSolver solver = new CpSolver();
    private final Cancellation cancellation;
    private final DoubleConsumer spent;

    Search(SearchLimits limits, Cancellation cancellation) {
        this(limits, cancellation, spent -> {});
    }

    /** @param spent hears the effort that a run took */
    Search(SearchLimits limits, Cancellation cancellation, DoubleConsumer spent) {
        this.cancellation = cancellation;
        this.spent = spent;
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

    /** Without presolve and relaxation: what a few clauses decide is decided at once, the rest never. */
    Search plainly() {
        solver.getParameters().setLinearizationLevel(0).setCpModelPresolve(false);
        return this;
    }

    CpSolverStatus run(CpModel model, Watcher watcher) {
        if (cancellation.isRequested()) {
            return CpSolverStatus.UNKNOWN;
        }
        var ended = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> stopOnRequest(ended));
        try {
            CpSolverStatus status = solver.solve(model, telling(watcher));
            spent.accept(solver.response().getDeterministicTime());
            return status;
        } finally {
            ended.countDown();
        }
    }

    private CpSolverSolutionCallback telling(Watcher watcher) {
        return new CpSolverSolutionCallback() {
            @Override
            public void onSolutionCallback() {
                watcher.solution(this::booleanValue, objectiveValue(), bestObjectiveBound());
                if (cancellation.isRequested()) {
                    stopSearch();
                }
            }
        };
    }

    /** Asks again and again: a single request made while the native search starts would reach nobody. */
    private void stopOnRequest(CountDownLatch ended) {
        try {
            while (!ended.await(LOOKS_FOR_CANCELLATION_EVERY_MS, TimeUnit.MILLISECONDS)) {
                if (cancellation.isRequested()) {
                    solver.stopSearch();
                }
            }
        } catch (InterruptedException shutDown) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isTrue(Literal literal) {
        return solver.booleanValue(literal);
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
