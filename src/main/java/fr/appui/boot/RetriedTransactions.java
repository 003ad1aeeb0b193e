package fr.appui.boot;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A transaction that lost against another one (a deadlock, a certification that Galera refused, a row changed since it was
 * read) left nothing behind: its method is run again, a bounded number of times. A commit whose fate is not known, of a
 * connection that broke, is not.
 */
abstract class RetriedTransactions {

    static final int MOST_ATTEMPTS = 12;

    private static final int CHANGED_SINCE_READ = 1020;
    private static final long LONGEST_PAUSE_MILLIS = 250;

    private final TransactionManager transactions;
    private final Counter retried;

    RetriedTransactions(TransactionManager transactions, MeterRegistry meters) {
        this.transactions = transactions;
        this.retried = Counter.builder("appui.transactions.retried")
                .description("Transactions run again because they lost against another one")
                .register(meters);
    }

    /** Around what begins a transaction of its own; what joins the caller's is run again with the caller. */
    Object runAgain(InvocationContext method) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return method.proceed();
            } catch (Exception failed) {
                if (attempt == MOST_ATTEMPTS || !lostAgainstAnother(failed)) {
                    throw failed;
                }
                retried.increment();
                Thread.sleep(ThreadLocalRandom.current().nextLong(1, Math.min(LONGEST_PAUSE_MILLIS, 8L << attempt)));
            }
        }
    }

    boolean joinsTheCallers() throws SystemException {
        return transactions.getStatus() != Status.STATUS_NO_TRANSACTION;
    }

    /** Looked for among causes, and among what a transaction manager adds to its own exception. */
    static boolean lostAgainstAnother(Throwable failed) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> left = new ArrayDeque<>(Set.of(failed));
        while (!left.isEmpty()) {
            Throwable next = left.pop();
            if (next instanceof SQLTransactionRollbackException
                    || (next instanceof SQLException refused && refused.getErrorCode() == CHANGED_SINCE_READ)) {
                return true;
            }
            if (seen.add(next)) {
                left.addAll(Set.of(next.getSuppressed()));
                if (next.getCause() != null) {
                    left.add(next.getCause());
                }
            }
        }
        return false;
    }

    @Interceptor
    @Transactional
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
    static class OfAnyOrOwn extends RetriedTransactions {

        @Inject
        OfAnyOrOwn(TransactionManager transactions, MeterRegistry meters) {
            super(transactions, meters);
        }

        @AroundInvoke
        Object around(InvocationContext method) throws Exception {
            return joinsTheCallers() ? method.proceed() : runAgain(method);
        }
    }

    @Interceptor
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
    static class OfOwn extends RetriedTransactions {

        @Inject
        OfOwn(TransactionManager transactions, MeterRegistry meters) {
            super(transactions, meters);
        }

        @AroundInvoke
        Object around(InvocationContext method) throws Exception {
            return runAgain(method);
        }
    }
}
