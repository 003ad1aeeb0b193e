package fr.appui.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritesSeenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into planning_act (territory, detail) values (?, ?)",
                "  UPDATE outcome_revision SET author = ?1 WHERE author = ?2",
                "delete from notice where id=?",
                "insert into notice (body) values ('scheduled_lock')",
                "update notice set body=? where id in (select name from scheduled_lock)"
            })
    void whatChangesSomethingIsWritten(String sql) {
        assertThat(WritesSeen.isWriting(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select name from scheduled_lock where name = ? for update",
                "insert into scheduled_lock (name, due_at) values (?1, ?2) on duplicate key update due_at = due_at",
                "INSERT IGNORE INTO job_lease (job, held_until_ms) VALUES (?1, 0)",
                "UPDATE job_lease SET held_until_ms = ?1 WHERE job = ?2"
            })
    void whoReadsOrWaitsForTheirTurnHasWrittenNothing(String sql) {
        assertThat(WritesSeen.isWriting(sql)).isFalse();
    }
}
