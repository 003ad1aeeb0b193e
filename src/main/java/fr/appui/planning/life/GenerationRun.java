package fr.appui.planning.life;

import fr.appui.planning.Assignment;
import fr.appui.planning.Cancellation;
import fr.appui.planning.FrenchDays;
import fr.appui.planning.Generation;
import fr.appui.planning.Progress;
import fr.appui.planning.RotaEngine;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.SearchLimits;
import fr.appui.planning.Solution;
import fr.appui.rota.Substitution.Act;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** The searches of this node, each on a thread of its own, away from calls and requests. */
@ApplicationScoped
class GenerationRun {

    private static final Logger LOG = Logger.getLogger(GenerationRun.class);

    /** The wall clock only guards against a machine too slow for the effort. */
    private static final int WALL_CLOCK_PER_EFFORT = 3;

    private final RotaEngine engine;
    private final JobBook jobs;
    private final DraftDesk drafts;
    private final UpcomingProblem upcoming;
    private final Clock clock;
    private final Map<UUID, Search> searches = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("rota-generation-", 0).factory());

    GenerationRun(RotaEngine engine, JobBook jobs, DraftDesk drafts, UpcomingProblem upcoming, Clock clock) {
        this.engine = engine;
        this.jobs = jobs;
        this.drafts = drafts;
        this.upcoming = upcoming;
        this.clock = clock;
    }

    /** Written by the search's thread, read by the timer's. */
    private static final class Search {

        private final Cancellation cancellation = new Cancellation();
        private volatile Optional<Draft.Proof> best = Optional.empty();

        void improved(Progress progress) {
            best = Optional.of(new Draft.Proof(progress.objective(), progress.bound(), false));
        }
    }

    /** How many run is bounded by the book that accepted the job. */
    void begin(GenerationJob job, RotaProblem problem) {
        var search = new Search();
        searches.put(job.id(), search);
        threads.execute(() -> run(job, problem, search));
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void tellThatTheyLive() {
        searches.forEach((id, search) -> {
            if (jobs.alive(id, search.best, clock.instant())) {
                search.cancellation.request();
            }
        });
    }

    @PreDestroy
    void stop() {
        searches.values().forEach(search -> search.cancellation.request());
        threads.shutdownNow();
    }

    private void run(GenerationJob job, RotaProblem problem, Search search) {
        try {
            int effort = job.order().timeLimitSeconds();
            var limits = new SearchLimits(
                    job.order().seed(), effort, Duration.ofSeconds((long) effort * WALL_CLOCK_PER_EFFORT));
            end(job, problem, engine.generate(problem, limits, search.cancellation, search::improved));
        } catch (RuntimeException | Error failed) {
            LOG.errorf(failed, "generation %s failed", job.id());
            jobs.end(
                    job.ended(
                            GenerationJob.State.FAILED,
                            Optional.empty(),
                            List.of("Le calcul a échoué ; le relancer, et transmettre la référence " + job.id()
                                    + " à l’exploitant s’il échoue encore.")),
                    clock.instant());
        } finally {
            searches.remove(job.id());
        }
    }

    private void end(GenerationJob job, RotaProblem problem, Generation generation) {
        Optional<Draft.Proof> proof = generation.found().map(found -> proof(found, generation));
        List<String> sentences = new ArrayList<>(sentences(generation));
        generation
                .found()
                .flatMap(found -> upcoming.withoutBackUp(problem, job.quarter(), found.assignment()))
                .ifPresent(sentences::add);
        generation
                .found()
                .map(found -> keep(job, problem, found.assignment(), proof))
                .filter(since -> !since.isEmpty())
                .ifPresent(since -> sentences.add("Fixé pendant le calcul et gardé tel quel : "
                        + FrenchDays.join(since.stream().map(FrenchDays::on).toList())
                        + ". Relire le contrôle des règles, ou recalculer."));
        jobs.end(job.ended(state(generation), proof, sentences), clock.instant());
    }

    private static Draft.Proof proof(Solution solution, Generation generation) {
        return new Draft.Proof(solution.objective(), solution.bound(), generation instanceof Generation.Optimal);
    }

    private SortedSet<LocalDate> keep(
            GenerationJob job, RotaProblem problem, Assignment found, Optional<Draft.Proof> proof) {
        var origin = new Draft.Origin(
                Draft.Kind.GENERATED, job.order().author(), job.order().askedAt());
        var draft = new Draft(
                job.territory(),
                job.quarter(),
                upcoming.whole(problem, job.quarter(), found),
                problem.surroundings().kept(),
                origin,
                proof);
        return drafts.found(
                draft,
                problem.from(),
                new Act(
                        job.order().author(),
                        "calcul demandé, graine " + job.order().seed(),
                        clock.instant()));
    }

    private static GenerationJob.State state(Generation generation) {
        return switch (generation) {
            case Generation.Optimal optimal -> GenerationJob.State.DONE;
            case Generation.Feasible feasible -> GenerationJob.State.DONE;
            case Generation.Infeasible infeasible -> GenerationJob.State.IMPOSSIBLE;
            case Generation.Undecided undecided -> GenerationJob.State.UNDECIDED;
            case Generation.Cancelled cancelled -> GenerationJob.State.CANCELLED;
            case Generation.Unavailable unavailable -> GenerationJob.State.UNAVAILABLE;
        };
    }

    private static List<String> sentences(Generation generation) {
        return switch (generation) {
            case Generation.Optimal optimal ->
                List.of(
                        optimal.solution().assignment().backUp().isEmpty()
                                ? "Aucun planning n’est meilleur au regard des règles : c’est prouvé."
                                : "Aucun premier rang n’est meilleur au regard des règles, et aucun recours ne lui"
                                        + " convient mieux : c’est prouvé.");
            case Generation.Feasible feasible ->
                List.of("Toutes les règles sont tenues ; un planning meilleur existe peut-être, d’au plus "
                        + Math.round(feasible.gap() * 100) + " %.");
            case Generation.Infeasible infeasible -> infeasible.why().sentences();
            case Generation.Undecided undecided ->
                List.of("Le temps accordé n’a suffi ni à trouver un planning ni à prouver qu’il n’y en a pas ;"
                        + " relancer avec une durée plus longue.");
            case Generation.Cancelled cancelled -> List.of("Le calcul a été arrêté.");
            case Generation.Unavailable unavailable -> List.of(unavailable.reason());
        };
    }
}
