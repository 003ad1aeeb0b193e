package fr.appui.outreach;

import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Alerts that wait to be sent, in the database. What came of one about a call is told with it, in the same transaction. */
public interface AlertQueue {

    /** @param tries made before */
    record Waiting(Alert alert, int tries) {}

    void add(List<Alert> alerts, Instant now);

    /** Whether that subject was queued for this territory's coordination since then. */
    boolean wasQueued(TerritoryCode territory, String subject, Instant since);

    /** First come first, a bounded number of them. */
    List<Waiting> due(Instant now);

    /**
     * Takes the alert for one try.
     *
     * @param until when it is due again, should nobody say what came of it
     * @return false when another node took it meanwhile
     */
    boolean take(Waiting seen, Instant until);

    void sent(Alert alert, Messenger.Taken taken, Instant at);

    /** It will not be tried again; nothing, where a receipt has said meanwhile that it was taken. */
    void givenUp(Alert alert, String problem, Instant at);

    /** Tried again then. @param problem shown to whoever looks why nothing arrives */
    void refused(UUID alert, String problem, Instant nextTry);
}
