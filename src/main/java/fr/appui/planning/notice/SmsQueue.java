package fr.appui.planning.notice;

import fr.appui.directory.PhysicianId;
import fr.appui.sms.SentMessages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Notices on their way to telephones: queued with their mail, by the same act. */
public interface SmsQueue extends SentMessages {

    /** @param id of this one message, our reference at the gateway */
    record Waiting(UUID id, PhysicianId physician, String subject, Instant queuedAt) {}

    /** As {@link NoticeQueue#take}. */
    List<Waiting> take(int most, Instant now, Duration patience);

    /**
     * The gateway has it; it is not tried again.
     *
     * @param gatewayId how its receipts name it, where that is not {@code id}
     * @param doubt in French, what was wrong with its answer
     */
    void accepted(UUID id, Optional<String> gatewayId, Optional<String> doubt, Instant now);

    /** Tried again later, each time a little later. @param why in French */
    void refused(UUID id, String why, Instant now);

    /** Not tried again. @param why in French */
    void over(UUID id, String why, Instant now);
}
