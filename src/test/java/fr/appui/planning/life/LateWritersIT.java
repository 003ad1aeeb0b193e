package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.appui.calendar.Quarter;
import fr.appui.directory.MailAddress;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.notice.Notice;
import fr.appui.planning.notice.NoticeQueue;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whoever read before somebody else wrote takes back nothing of it by what they write afterwards. */
@QuarkusTest
class LateWritersIT {

    private static final Instant NOW = Instant.parse("2041-03-09T19:10:00Z");

    @Inject
    JobBook jobs;

    @Inject
    NoticeQueue notices;

    @Inject
    EntityManager database;

    /** The coordinator taps « arrêter » while the search is telling that it lives. */
    @Test
    void aSearchThatTellsThatItLivesTakesBackNoStop() {
        var job = new GenerationJob(
                UUID.randomUUID(),
                new TerritoryCode("HDF-LATE"),
                Quarter.parse("2041-Q2"),
                new GenerationJob.Order(7, 20, "coordination", NOW),
                GenerationJob.State.RUNNING,
                Optional.empty(),
                List.of());
        assertThat(jobs.claim(job, 1_000, NOW)).isEqualTo(JobBook.Claim.ACCEPTED);
        var telling = QuarkusTransaction.requiringNew().call(() -> {
            database.createNativeQuery("UPDATE generation_job SET stop_asked = TRUE WHERE id = ?1")
                    .setParameter(1, job.id().toString())
                    .executeUpdate();
            var alive = CompletableFuture.supplyAsync(() -> jobs.alive(job.id(), Optional.empty(), NOW.plusSeconds(1)));
            await().until(this::somebodyWaits);
            return alive;
        });
        assertThat(telling.join()).as("it hears of the stop").isTrue();
        assertThat(jobs.alive(job.id(), Optional.empty(), NOW.plusSeconds(2))).isTrue();
        jobs.end(job.ended(GenerationJob.State.CANCELLED, Optional.empty(), List.of()), NOW.plusSeconds(3));
    }

    private boolean somebodyWaits() {
        return QuarkusTransaction.requiringNew()
                .call(() -> !database.createNativeQuery(
                                "SELECT trx_id FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")
                        .getResultList()
                        .isEmpty());
    }

    /** A node whose mail server was slow hears a refusal after another has sent the same. */
    @Test
    void aRefusalThatIsHeardLateSendsNoMailTwice() {
        var notice = new Notice(
                UUID.randomUUID(),
                new MailAddress("tard@exemple.fr"),
                "Vos astreintes",
                "Bonjour.\n",
                Optional.empty());
        notices.add(notice, NOW);
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(notices.holds(notice.id())).isTrue();
            CompletableFuture.runAsync(() -> notices.sent(notice.id(), NOW)).join();
            notices.failed(notice.id(), "450 trop tard", NOW);
        });
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(database.createNativeQuery(
                                        "SELECT sent_at FROM notice WHERE id = ?1 AND last_error IS NULL")
                                .setParameter(1, notice.id().toString())
                                .getSingleResult())
                        .isNotNull());
    }
}
