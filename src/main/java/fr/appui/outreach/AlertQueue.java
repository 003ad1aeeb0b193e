package fr.appui.outreach;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Alerts that wait to be sent, in the database. */
public interface AlertQueue {

    /** @param tries made before */
    record Waiting(Alert alert, int tries) {}

    void add(List<Alert> alerts, Instant now);

    /** First come first, a bounded number of them. */
    List<Waiting> due(Instant now);

    /** Takes the alert for one try. @return false when another node took it meanwhile */
    boolean take(Waiting seen, Instant nextTry);

    void sent(UUID alert, Instant at);

    /** It will not be tried again. */
    void givenUp(UUID alert, String problem, Instant at);

    /** Shown to whoever looks why nothing arrives. */
    void refused(UUID alert, String problem);
}
