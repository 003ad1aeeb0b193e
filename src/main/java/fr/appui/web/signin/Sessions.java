package fr.appui.web.signin;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Sessions kept on the server by the hash of what the browser holds; a copy of the table opens none. */
public interface Sessions {

    record Session(UUID account, Instant startedAt, Instant lastSeenAt) {}

    void start(String tokenHash, UUID account, Instant at);

    Optional<Session> find(String tokenHash);

    void seen(String tokenHash, Instant at);

    void end(String tokenHash);

    void endAllOf(UUID account);

    /** @return how many were removed */
    long forget(Instant startedBefore, Instant lastSeenBefore);
}
