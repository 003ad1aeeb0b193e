package fr.appui.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Sessions kept on the server by the hash of what the browser holds; a copy of the table opens none. Who ends one ends the messages to
 * its device ({@link PushSubscriptions}); one that ends by itself does not.
 */
public interface Sessions {

    /**
     * @param confirmedAt when a password or a key was last given in it
     * @param keptUntil the end of the duty for which its physician asked to stay signed in
     * @param device what it runs on, as people call it; may be empty
     */
    record Session(
            String tokenHash,
            UUID account,
            Instant startedAt,
            Instant lastSeenAt,
            Instant confirmedAt,
            Optional<Instant> keptUntil,
            String device) {}

    void start(String tokenHash, UUID account, String device, Instant at);

    Optional<Session> find(String tokenHash);

    /** Those of an account, the one last used first, {@code most} at most. */
    List<Session> of(UUID account, int most);

    void seen(String tokenHash, Instant at);

    void confirm(String tokenHash, Instant at);

    void keep(String tokenHash, Instant until);

    void end(String tokenHash);

    /** @return whether the account had it */
    boolean end(String tokenHash, UUID account);

    void endOthersOf(UUID account, String tokenHash);

    void endAllOf(UUID account);

    /** Those kept for a duty stay until its end. @return how many were removed */
    long forget(Instant startedBefore, Instant lastSeenBefore, Instant keptUntilBefore);
}
