package fr.appui.nodes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.nodes.JobLease;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobLeaseIT {

    @Inject
    JobLease lease;

    private final AtomicInteger ran = new AtomicInteger();

    @Test
    void what_every_node_begins_at_the_same_hour_runs_once() {
        assertThat(lease.runOnce("test.weekly", Duration.ofHours(1), ran::incrementAndGet))
                .isTrue();
        assertThat(lease.runOnce("test.weekly", Duration.ofHours(1), ran::incrementAndGet))
                .isFalse();
        assertThat(ran).hasValue(1);
    }

    @Test
    void what_failed_may_be_done_by_another() {
        assertThatThrownBy(() -> lease.runOnce("test.failing", Duration.ofHours(1), () -> {
                    throw new IllegalStateException("the mail server is away");
                }))
                .hasMessage("the mail server is away");
        assertThat(lease.runOnce("test.failing", Duration.ofHours(1), ran::incrementAndGet))
                .isTrue();
    }

    @Test
    void a_job_that_is_over_may_be_begun_again_at_once() {
        assertThat(lease.run("test.often", Duration.ofHours(1), ran::incrementAndGet))
                .isTrue();
        assertThat(lease.run("test.often", Duration.ofHours(1), ran::incrementAndGet))
                .isTrue();
    }
}
