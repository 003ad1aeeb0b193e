package fr.appui.web.audit;

import fr.appui.audit.AuditEntry;
import fr.appui.audit.AuditLog;
import fr.appui.directory.Audit;
import fr.appui.web.ClientAddress;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds when and from where. Entries of a transaction take their places in the chain at its very end: what every writer waits for is
 * then held for the length of a commit, and always after whatever else the transaction locked.
 */
@ApplicationScoped
class ChainedAudit implements Audit {

    private static final String LOCAL = "local";

    private final AuditLog log;
    private final TransactionSynchronizationRegistry transaction;
    private final CurrentVertxRequest request;
    private final ClientAddress address;
    private final Clock clock;

    ChainedAudit(
            AuditLog log,
            TransactionSynchronizationRegistry transaction,
            CurrentVertxRequest request,
            ClientAddress address,
            Clock clock) {
        this.log = log;
        this.transaction = transaction;
        this.request = request;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public void record(String actor, String act, String subject, String detail) {
        var entry = new AuditEntry.Draft(clock.instant(), actor, act, subject, detail, origin());
        switch (transaction.getTransactionStatus()) {
            case Status.STATUS_ACTIVE -> ofThisTransaction().add(entry);
            case Status.STATUS_NO_TRANSACTION -> log.append(entry);
            default -> {
                // it is being undone, and leaves no entry
            }
        }
    }

    private Entries ofThisTransaction() {
        Entries entries = (Entries) transaction.getResource(Entries.class);
        if (entries == null) {
            entries = new Entries(log);
            transaction.putResource(Entries.class, entries);
            transaction.registerInterposedSynchronization(entries);
        }
        return entries;
    }

    private static final class Entries implements Synchronization {

        private final AuditLog log;
        private final List<AuditEntry.Draft> waiting = new ArrayList<>();
        private boolean ending;

        Entries(AuditLog log) {
            this.log = log;
        }

        void add(AuditEntry.Draft entry) {
            if (ending) {
                log.append(entry);
            } else {
                waiting.add(entry);
            }
        }

        /** What fails here undoes the act. */
        @Override
        public void beforeCompletion() {
            ending = true;
            waiting.forEach(log::append);
        }

        @Override
        public void afterCompletion(int status) {
            // the entries went the way of the act
        }
    }

    private String origin() {
        if (!Arc.container().requestContext().isActive()) {
            return LOCAL;
        }
        return Optional.ofNullable(request.getCurrent())
                .map(context -> address.of(context.request()))
                .orElse(LOCAL);
    }
}
