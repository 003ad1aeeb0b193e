package fr.appui.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The service tokens, by the hash of their secret. */
public interface ServiceTokens {

    void add(ServiceToken token, String secretHash);

    Optional<ServiceToken> bySecretHash(String secretHash);

    /** Newest first. */
    List<ServiceToken> page(int page, int size);

    long total();

    /** @return false when there is no such token */
    boolean revoke(UUID id, Instant at);
}
