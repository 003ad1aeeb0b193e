package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.RotaEngine;
import fr.appui.planning.RotaProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes orders for generations, and answers on those under way wherever they run. */
@ApplicationScoped
public class GenerationDesk {

    /** A node that searches says so each second; after this long without a word it is gone. */
    static final Duration SILENCE = Duration.ofSeconds(60);

    private final JobBook jobs;
    private final UpcomingProblem upcoming;
    private final GenerationRun run;
    private final RotaEngine engine;
    private final LifeSettings settings;
    private final Clock clock;

    GenerationDesk(
            JobBook jobs,
            UpcomingProblem upcoming,
            GenerationRun run,
            RotaEngine engine,
            LifeSettings settings,
            Clock clock) {
        this.jobs = jobs;
        this.upcoming = upcoming;
        this.run = run;
        this.engine = engine;
        this.settings = settings;
        this.clock = clock;
    }

    public sealed interface Answer {
        record Started(GenerationJob job) implements Answer {}

        record TerritoryBusy(Optional<GenerationJob> job) implements Answer {}

        record AllBusy() implements Answer {}

        /** @param why in French */
        record Unavailable(String why) implements Answer {}

        /** Nothing is left to cover in that quarter. */
        record NothingToCover() implements Answer {}
    }

    /** @param order the same problem, seed and limit give the same rota */
    public Answer start(TerritoryCode territory, Quarter quarter, GenerationJob.Order order) {
        Optional<String> unavailable = engine.unavailability();
        if (unavailable.isPresent()) {
            return new Answer.Unavailable(unavailable.get());
        }
        Optional<RotaProblem> problem = upcoming.of(territory, quarter);
        return problem.isEmpty() ? new Answer.NothingToCover() : start(problem.get(), quarter, order);
    }

    private Answer start(RotaProblem problem, Quarter quarter, GenerationJob.Order order) {
        Instant now = clock.instant();
        var job = new GenerationJob(
                UUID.randomUUID(),
                problem.territory(),
                quarter,
                order,
                GenerationJob.State.RUNNING,
                Optional.empty(),
                List.of());
        jobs.loseSilentSince(now.minus(SILENCE), now);
        return switch (jobs.claim(job, settings.generationsAtOnce(), now)) {
            case ACCEPTED -> {
                run.begin(job, problem);
                yield new Answer.Started(job);
            }
            case TERRITORY_BUSY -> new Answer.TerritoryBusy(jobs.running(problem.territory()));
            case ALL_BUSY -> new Answer.AllBusy();
        };
    }

    public Optional<GenerationJob> job(UUID id) {
        return jobs.job(id);
    }

    /** The territory's own, while it searches. */
    public Optional<GenerationJob> running(TerritoryCode territory) {
        return jobs.running(territory);
    }

    /** The search stops within about a second; the best it found stays as the draft. */
    public boolean stop(UUID id) {
        return jobs.askToStop(id);
    }
}
