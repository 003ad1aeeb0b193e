package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.planning.life.GenerationJob.State;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

interface JobBookContract extends Books {

    int MANY = 1_000;

    @Test
    default void aJobThatIsAcceptedRunsUntilItEnds() {
        GenerationJob job = job(place());
        assertThat(jobs().claim(job, MANY, NOW)).isEqualTo(JobBook.Claim.ACCEPTED);
        assertThat(jobs().job(job.id())).contains(job);
        assertThat(jobs().running(job.territory())).contains(job);
        GenerationJob ended = job.ended(
                State.DONE, Optional.of(new Draft.Proof(40, 40, true)), List.of("C’est prouvé.", "Rien à ajouter."));
        jobs().end(ended, NOW.plusSeconds(3));
        assertThat(jobs().job(job.id())).contains(ended);
        assertThat(jobs().running(job.territory())).isEmpty();
        assertThat(jobs().job(UUID.randomUUID())).isEmpty();
    }

    @Test
    default void aTerritoryHasOneAtATimeAndAllOfThemSoMany() {
        jobs().loseSilentSince(NOW.plus(Duration.ofDays(3_650)), NOW);
        Place place = place();
        GenerationJob first = job(place);
        assertThat(jobs().claim(first, 1, NOW)).isEqualTo(JobBook.Claim.ACCEPTED);
        assertThat(jobs().claim(job(place), MANY, NOW)).isEqualTo(JobBook.Claim.TERRITORY_BUSY);
        assertThat(jobs().claim(job(place()), 1, NOW)).isEqualTo(JobBook.Claim.ALL_BUSY);
        end(first, State.UNDECIDED);
        GenerationJob next = job(place);
        assertThat(jobs().claim(next, 1, NOW)).isEqualTo(JobBook.Claim.ACCEPTED);
        end(next, State.UNDECIDED);
    }

    @Test
    default void aSearchTellsHowFarItIsAndHearsWhetherToStop() {
        GenerationJob job = job(place());
        jobs().claim(job, MANY, NOW);
        assertThat(jobs().alive(job.id(), Optional.of(new Draft.Proof(90, 70, false)), NOW.plusSeconds(1)))
                .isFalse();
        assertThat(jobs().job(job.id()).orElseThrow().found()).contains(new Draft.Proof(90, 70, false));
        assertThat(jobs().askToStop(job.id())).isTrue();
        assertThat(jobs().alive(job.id(), Optional.empty(), NOW.plusSeconds(2))).isTrue();
        end(job, State.CANCELLED);
        assertThat(jobs().askToStop(job.id())).as("it is over").isFalse();
        assertThat(jobs().askToStop(UUID.randomUUID())).isFalse();
        assertThat(jobs().alive(UUID.randomUUID(), Optional.empty(), NOW))
                .as("nobody waits for a job that is not known")
                .isTrue();
    }

    @Test
    default void onlyCostsAreKeptOfAProof() {
        GenerationJob job = job(place());
        jobs().claim(job, MANY, NOW);
        jobs().alive(job.id(), Optional.of(new Draft.Proof(70, 70, false)), NOW);
        assertThat(jobs().job(job.id()).orElseThrow().found()).contains(new Draft.Proof(70, 70, true));
        end(job, State.DONE);
    }

    @Test
    default void aJobWhoseNodeIsSilentIsLostAndLeavesItsPlace() {
        Place place = place();
        GenerationJob silent = job(place);
        GenerationJob heard = job(place());
        jobs().claim(silent, MANY, NOW);
        jobs().claim(heard, MANY, NOW);
        jobs().alive(heard.id(), Optional.empty(), NOW.plusSeconds(50));
        jobs().loseSilentSince(NOW, NOW.plusSeconds(60));
        assertThat(jobs().running(place.code()))
                .as("heard of at that very moment")
                .isPresent();
        jobs().loseSilentSince(NOW.plusMillis(1), NOW.plusSeconds(60));
        assertThat(jobs().job(silent.id()).orElseThrow().state()).isEqualTo(State.LOST);
        assertThat(jobs().running(heard.territory())).isPresent();
        GenerationJob next = job(place);
        assertThat(jobs().claim(next, MANY, NOW)).isEqualTo(JobBook.Claim.ACCEPTED);
        end(next, State.FAILED);
        end(heard, State.FAILED);
    }

    private void end(GenerationJob job, State state) {
        jobs().end(job.ended(state, Optional.empty(), List.of()), NOW.plusSeconds(9));
    }

    private static GenerationJob job(Place place) {
        Instant asked = NOW.plusMillis(40);
        return new GenerationJob(
                UUID.randomUUID(),
                place.code(),
                Q3,
                new GenerationJob.Order(7, 20, "coordination", asked),
                State.RUNNING,
                Optional.empty(),
                List.of());
    }
}
