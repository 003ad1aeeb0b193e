package fr.appui.planning.store;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.Draft;
import fr.appui.planning.life.GenerationJob;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "generation_job")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class JobRow extends PanacheEntityBase {

    @Id
    @Column(name = "id")
    String id;

    @Column(name = "territory")
    String territory;

    @Column(name = "quarter")
    String quarter;

    @Column(name = "running")
    @Nullable
    String running;

    @Column(name = "state")
    @Enumerated(EnumType.STRING)
    GenerationJob.State state;

    @Column(name = "seed")
    int seed;

    @Column(name = "time_limit")
    int timeLimit;

    @Column(name = "author")
    String author;

    @Column(name = "asked_at")
    Instant askedAt;

    @Column(name = "seen_at")
    Instant seenAt;

    @Column(name = "finished_at")
    @Nullable
    Instant finishedAt;

    @Column(name = "objective")
    @Nullable
    Long objective;

    @Column(name = "bound")
    @Nullable
    Long bound;

    @Column(name = "explanation")
    String explanation;

    @Column(name = "stop_asked")
    boolean stopAsked;

    static JobRow of(GenerationJob job, Instant now) {
        var row = new JobRow();
        row.id = job.id().toString();
        row.territory = job.territory().value();
        row.quarter = job.quarter().toString();
        row.running = row.territory;
        row.seed = job.order().seed();
        row.timeLimit = job.order().timeLimitSeconds();
        row.author = job.order().author();
        row.askedAt = job.order().askedAt();
        row.seenAt = now;
        row.fill(job);
        return row;
    }

    void fill(GenerationJob job) {
        state = job.state();
        explanation = String.join("\n", job.explanation());
        objective = job.found().map(Draft.Proof::objective).orElse(null);
        bound = job.found().map(Draft.Proof::bound).orElse(null);
    }

    GenerationJob toJob() {
        return new GenerationJob(
                UUID.fromString(id),
                new TerritoryCode(territory),
                Quarter.parse(quarter),
                new GenerationJob.Order(seed, timeLimit, author, askedAt),
                state,
                objective == null || bound == null
                        ? Optional.empty()
                        : Optional.of(new Draft.Proof(objective, bound, objective <= bound)),
                explanation.lines().toList());
    }
}
