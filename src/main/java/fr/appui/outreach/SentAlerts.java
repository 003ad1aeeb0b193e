package fr.appui.outreach;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.AlertChannel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What became of the alerts by mail and text message. */
public interface SentAlerts {

    /** Who took a message on its way has it; that a telephone has it, or will not, only a receipt says. */
    enum State {
        TO_SEND,
        SENT,
        DELIVERED,
        UNDELIVERED,
        FAILED
    }

    /**
     * One alert to one person by one way.
     *
     * @param physician empty for the territory's coordination
     * @param at of the last that is known of it
     * @param reason in French; empty where nothing failed
     */
    record Told(
            UUID id,
            Optional<PhysicianId> physician,
            AlertChannel channel,
            String subject,
            Instant queuedAt,
            State state,
            Optional<Instant> at,
            String reason) {}

    /** Newest first. */
    List<Told> of(TerritoryCode territory, Instant since, int most);

    /**
     * Sent at the next turn: one that waits is tried at once, another is written once more.
     *
     * @return the alert on its way; empty when that territory has none of this id
     */
    Optional<Told> again(TerritoryCode territory, UUID id, Instant now);
}
