package fr.appui.audit;

import fr.appui.directory.Audit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked over HTTP, from the moment the resource is called. The first transaction of it that writes takes its entry
 * along; undone, both are gone, and the next one that writes takes it.
 */
@RequestScoped
public class ActUnderWay {

    private final Audit audit;
    private final TransactionSynchronizationRegistry transaction;

    private @Nullable Asked asked;
    private boolean recorded;

    ActUnderWay(Audit audit, TransactionSynchronizationRegistry transaction) {
        this.audit = audit;
        this.transaction = transaction;
    }

    private record Asked(String actor, String act, String subject) {}

    public void begin(String actor, String act, String subject) {
        asked = new Asked(actor, act, subject);
    }

    public boolean isRecorded() {
        return recorded;
    }

    /** It is answered: what goes on in its name is work of the service. */
    public void end() {
        asked = null;
    }

    /** Something is about to be written. */
    public void writes() {
        Asked act = asked;
        if (act == null || recorded || transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return;
        }
        recorded = true;
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // the entry is among those of the transaction
            }

            @Override
            public void afterCompletion(int status) {
                recorded = status == Status.STATUS_COMMITTED;
            }
        });
        audit.record(act.actor(), act.act(), act.subject(), "écrit avec l’acte");
    }
}
