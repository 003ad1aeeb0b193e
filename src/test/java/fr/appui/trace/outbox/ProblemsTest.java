package fr.appui.trace.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    @Test
    void a_database_that_dies_at_the_commit_is_away() {
        var rolledBack = new IllegalStateException("could not commit", new IllegalStateException("rolled back"));
        rolledBack.getCause().addSuppressed(new RuntimeException(new SQLException("connection reset", "08S01")));
        assertThat(Problems.isStorageAway(rolledBack)).isTrue();
    }

    @Test
    void a_database_that_is_full_or_read_only_is_away() {
        assertThat(Problems.isStorageAway(new RuntimeException(new SQLException("The table is full", "HY000", 1114))))
                .isTrue();
        assertThat(Problems.isStorageAway(new RuntimeException(new SQLException("--read-only", "HY000", 1290))))
                .isTrue();
    }

    @Test
    void a_value_that_does_not_fit_is_the_events_fault() {
        assertThat(Problems.isStorageAway(new RuntimeException(new SQLException("Data too long", "22001"))))
                .isFalse();
        assertThat(Problems.isStorageAway(new IllegalStateException("a bug"))).isFalse();
    }
}
