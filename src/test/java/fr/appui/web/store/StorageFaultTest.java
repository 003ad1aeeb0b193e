package fr.appui.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class StorageFaultTest {

    @Test
    void aConnectionThatIsLostBeforeAnythingIsRecordedMayBeTriedAgain() {
        assertThat(StorageFault.in(new IllegalStateException(new SQLTransientConnectionException("gone"))))
                .contains(StorageFault.AWAY);
        assertThat(StorageFault.in(new IllegalStateException(new SQLException("not in step", "08S01", 1047))))
                .contains(StorageFault.AWAY);
    }

    /** As the pool tells it of a connection that a database let go of while it hung: without a state, and without a cause. */
    @Test
    void aConnectionThatCannotJoinATransactionIsAway() {
        assertThat(StorageFault.in(new IllegalStateException(
                        new SQLException("Exception in association of connection to existing transaction"))))
                .contains(StorageFault.AWAY);
    }

    /** Who is remembered, and what was read before, serve while it is away, and not for a lock. */
    @Test
    void aLockThatDidNotComeIsNoOutage() {
        assertThat(StorageFault.isOutage(new IllegalStateException(new SQLException("lock", "HY000", 1205))))
                .isFalse();
        assertThat(StorageFault.isOutage(
                        new IllegalStateException(new SQLTransactionRollbackException("deadlock", "40001", 1213))))
                .isFalse();
        assertThat(StorageFault.isOutage(new IllegalStateException(new SQLException("changed", "HY000", 1020))))
                .isFalse();
        assertThat(StorageFault.isOutage(new IllegalStateException("a bug"))).isFalse();
        assertThat(StorageFault.isOutage(new IllegalStateException(new SQLTransientConnectionException("gone"))))
                .isTrue();
        assertThat(StorageFault.isOutage(commit(new SQLException("Not connected to Primary Component"))))
                .isTrue();
    }

    /** As the transaction manager tells it: what the driver said is not its cause. */
    @Test
    void aConnectionThatIsLostInTheCommitLeavesItUncertain() {
        assertThat(StorageFault.in(commit(new SQLTransientConnectionException("during a COMMIT"))))
                .contains(StorageFault.UNCERTAIN);
        assertThat(StorageFault.in(commit(new SQLException("Not connected to Primary Component"))))
                .contains(StorageFault.UNCERTAIN);
    }

    @Test
    void aCommitThatLostAgainstAnotherIsACollision() {
        assertThat(StorageFault.in(commit(new SQLTransactionRollbackException("deadlock", "40001", 1213))))
                .contains(StorageFault.COLLISION);
    }

    @Test
    void whatIsNoErrorOfStorageIsNone() {
        assertThat(StorageFault.in(new IllegalStateException("a bug"))).isEmpty();
        assertThat(StorageFault.in(new IllegalStateException(new RollbackException("marked by a bug"))))
                .isEmpty();
    }

    private static RuntimeException commit(SQLException said) {
        var committing = new RollbackException("could not commit");
        committing.addSuppressed(new IllegalStateException(said));
        return new IllegalStateException(committing);
    }
}
