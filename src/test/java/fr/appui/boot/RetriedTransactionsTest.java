package fr.appui.boot;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransactionRollbackException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

class RetriedTransactionsTest {

    @Test
    void aDeadlockIsFoundUnderWhatTheStoreMadeOfIt() {
        var deadlock = new SQLTransactionRollbackException("Deadlock found", "40001", 1213);
        assertThat(RetriedTransactions.lostAgainstAnother(
                        new IllegalStateException(new IllegalStateException(deadlock))))
                .isTrue();
    }

    @Test
    void aCertificationRefusedAtTheCommitIsFoundBesideTheManagersOwnException() {
        var refused = new XAException(XAException.XA_RBROLLBACK);
        refused.initCause(new SQLTransactionRollbackException("WSREP detected deadlock/conflict", "40001", 1213));
        var undone = new RollbackException("could not commit");
        undone.addSuppressed(refused);
        assertThat(RetriedTransactions.lostAgainstAnother(new IllegalStateException(undone)))
                .isTrue();
    }

    @Test
    void aRowChangedSinceItWasReadIsAnothersToo() {
        assertThat(RetriedTransactions.lostAgainstAnother(
                        new SQLException("Record has changed since last read", "HY000", 1020)))
                .isTrue();
    }

    @Test
    void aCommitWhoseFateIsNotKnownIsNotRunAgain() {
        assertThat(RetriedTransactions.lostAgainstAnother(
                        new IllegalStateException(new SQLNonTransientConnectionException("connection reset", "08000"))))
                .isFalse();
    }
}
