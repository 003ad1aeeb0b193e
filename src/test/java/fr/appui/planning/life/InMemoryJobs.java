package fr.appui.planning.life;

import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Locked as a whole: searches write from their own threads. */
final class InMemoryJobs implements JobBook {

    private record Kept(GenerationJob job, Instant seenAt, boolean stopAsked) {}

    private final Map<UUID, Kept> kept = new HashMap<>();

    @Override
    public synchronized Claim claim(GenerationJob job, int mostAtOnce, Instant now) {
        if (running(job.territory()).isPresent()) {
            return Claim.TERRITORY_BUSY;
        }
        if (kept.values().stream().filter(one -> !one.job().isOver()).count() >= mostAtOnce) {
            return Claim.ALL_BUSY;
        }
        kept.put(job.id(), new Kept(job, now, false));
        return Claim.ACCEPTED;
    }

    @Override
    public synchronized Optional<GenerationJob> job(UUID id) {
        return Optional.ofNullable(kept.get(id)).map(Kept::job);
    }

    @Override
    public synchronized Optional<GenerationJob> running(TerritoryCode territory) {
        return kept.values().stream()
                .map(Kept::job)
                .filter(job -> !job.isOver() && job.territory().equals(territory))
                .findFirst();
    }

    @Override
    public synchronized boolean alive(UUID id, Optional<Draft.Proof> best, Instant now) {
        kept.computeIfPresent(
                id,
                (same, one) -> one.job().isOver()
                        ? one
                        : new Kept(
                                with(
                                        one.job(),
                                        one.job().state(),
                                        best,
                                        one.job().explanation()),
                                now,
                                one.stopAsked()));
        return Optional.ofNullable(kept.get(id)).map(Kept::stopAsked).orElse(true);
    }

    @Override
    public synchronized void end(GenerationJob job, Instant now) {
        kept.computeIfPresent(
                job.id(),
                (id, one) -> new Kept(
                        with(one.job(), job.state(), job.found(), job.explanation()), one.seenAt(), one.stopAsked()));
    }

    @Override
    public synchronized boolean askToStop(UUID id) {
        boolean running = job(id).filter(job -> !job.isOver()).isPresent();
        if (running) {
            kept.computeIfPresent(id, (same, one) -> new Kept(one.job(), one.seenAt(), true));
        }
        return running;
    }

    @Override
    public synchronized void loseSilentSince(Instant then, Instant now) {
        kept.replaceAll((id, one) -> one.job().isOver() || !one.seenAt().isBefore(then)
                ? one
                : new Kept(
                        with(
                                one.job(),
                                GenerationJob.State.LOST,
                                one.job().found(),
                                one.job().explanation()),
                        one.seenAt(),
                        one.stopAsked()));
    }

    /** Only costs are kept of a proof: what costs no more than the bound is proved. */
    private static GenerationJob with(
            GenerationJob job, GenerationJob.State state, Optional<Draft.Proof> found, List<String> explanation) {
        Optional<Draft.Proof> costs = found.map(
                proof -> new Draft.Proof(proof.objective(), proof.bound(), proof.objective() <= proof.bound()));
        return new GenerationJob(job.id(), job.territory(), job.quarter(), job.order(), state, costs, explanation);
    }
}
