package fr.appui.rota.store;

import fr.appui.calendar.PerimetersChanged;
import fr.appui.directory.DirectoryChanged;
import fr.appui.rota.CurrentRota;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** However much one transaction changes, the snapshot is read and written once, as soon as it is committed. */
@ApplicationScoped
class RefreshOnCommit {

    /** Told once a transaction. */
    record Due() {}

    private final CurrentRota rota;
    private final TransactionSynchronizationRegistry transaction;
    private final Event<Due> due;

    RefreshOnCommit(CurrentRota rota, TransactionSynchronizationRegistry transaction, Event<Due> due) {
        this.rota = rota;
        this.transaction = transaction;
        this.due = due;
    }

    void onRota(@Observes RotaChanged event) {
        refreshOnce();
    }

    void onDirectory(@Observes DirectoryChanged event) {
        refreshOnce();
    }

    void onPerimeters(@Observes PerimetersChanged event) {
        refreshOnce();
    }

    void onCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) Due event) {
        rota.refresh();
    }

    private void refreshOnce() {
        if (transaction.getTransactionKey() == null) {
            rota.refresh();
        } else if (transaction.getResource(Due.class) == null) {
            transaction.putResource(Due.class, Boolean.TRUE);
            due.fire(new Due());
        }
    }
}
