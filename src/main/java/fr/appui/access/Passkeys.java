package fr.appui.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Public keys by which accounts sign in; none of them is a secret. */
public interface Passkeys {

    /**
     * @param id hash of the credential's identifier
     * @param credential attested credential data, as WebAuthn writes them
     * @param signCount how often the authenticator says that it signed; 0 where it does not count
     */
    record Passkey(
            String id,
            UUID account,
            String name,
            byte[] credential,
            long signCount,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    List<Passkey> of(UUID account);

    Optional<Passkey> find(String id);

    /** @return false for one that is known already */
    boolean add(Passkey passkey);

    void used(String id, long signCount, Instant at);

    /** @return whether the account had it */
    boolean remove(String id, UUID account);

    /** Made at the first call, the same for every node. */
    byte[] challengeKey();

    /** @return false if it was used before */
    boolean use(String challengeHash, Instant until);

    void forgetUsed(Instant before);
}
