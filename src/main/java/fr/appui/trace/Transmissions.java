package fr.appui.trace;

import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was told to the carrying hospital's secure mailbox after each outcome (doc 001 §2), and what still waits. */
public interface Transmissions {

    enum State {
        QUEUED,
        SENT,
        FAILED
    }

    /** @param tries how often it was attempted @param problem of the last attempt, in English, without data of the call */
    record Transmission(
            long id,
            CallId call,
            int revision,
            TerritoryCode territory,
            State state,
            int tries,
            Instant queuedAt,
            Optional<Instant> sentAt,
            Optional<String> recipient,
            Optional<String> problem) {}

    record Page(List<Transmission> items, long total) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** Latest first. @param page first is 0 */
    Page of(TerritoryCode territory, Optional<State> state, int page, int size);

    /** Those of these territories whose time has come, oldest first; what is of no other waits untouched. */
    List<Transmission> due(Set<TerritoryCode> territories, Instant now, int most);

    void sent(long id, String recipient, Instant at);

    /** Puts one that failed or waits back at the head of the queue. @return false when there is none of this territory to send */
    boolean retry(TerritoryCode territory, long id, Instant at);

    /** Notes the failure; it is tried again later, less and less often, and given up after two days of trying. */
    void failed(long id, String problem, Instant at);
}
