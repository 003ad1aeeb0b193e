package fr.appui.planning.store;

import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.Draft;
import fr.appui.planning.life.GenerationJob;
import fr.appui.planning.life.JobBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class StoredJobs implements JobBook {

    private final StoredDutyLocks locks;

    StoredJobs(StoredDutyLocks locks) {
        this.locks = locks;
    }

    @Override
    public Claim claim(GenerationJob job, int mostAtOnce, Instant now) {
        locks.hold("planning.generation");
        if (running(job.territory()).isPresent()) {
            return Claim.TERRITORY_BUSY;
        }
        if (JobRow.count("running is not null") >= mostAtOnce) {
            return Claim.ALL_BUSY;
        }
        JobRow.of(job, now).persist();
        return Claim.ACCEPTED;
    }

    @Override
    public Optional<GenerationJob> job(UUID id) {
        return JobRow.<JobRow>findByIdOptional(id.toString()).map(JobRow::toJob);
    }

    @Override
    public Optional<GenerationJob> running(TerritoryCode territory) {
        return JobRow.<JobRow>find("running", territory.value())
                .firstResultOptional()
                .map(JobRow::toJob);
    }

    /** It writes nothing of whoever asks it to stop, or takes it for lost, at this moment; what they did is read after it. */
    @Override
    public boolean alive(UUID id, Optional<Draft.Proof> best, Instant now) {
        JobRow.update(
                "seenAt = ?1, objective = ?2, bound = ?3 where id = ?4 and running is not null",
                now,
                best.map(Draft.Proof::objective).orElse(null),
                best.map(Draft.Proof::bound).orElse(null),
                id.toString());
        return JobRow.<JobRow>findByIdOptional(id.toString())
                .map(row -> row.stopAsked)
                .orElse(true);
    }

    @Override
    public void end(GenerationJob job, Instant now) {
        JobRow.<JobRow>findByIdOptional(job.id().toString(), LockModeType.PESSIMISTIC_WRITE)
                .ifPresent(row -> {
                    row.fill(job);
                    row.running = null;
                    row.finishedAt = now;
                });
    }

    @Override
    public boolean askToStop(UUID id) {
        return JobRow.update("stopAsked = true where id = ?1 and running is not null", id.toString()) == 1;
    }

    @Override
    public void loseSilentSince(Instant then, Instant now) {
        JobRow.update(
                "running = null, finishedAt = ?1, state = ?2 where running is not null and seenAt < ?3",
                now,
                GenerationJob.State.LOST,
                then);
    }
}
