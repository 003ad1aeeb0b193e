package fr.appui.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Links by which people choose the password of an account made for them: each serves once, for a time. */
public interface Invitations {

    /** Earlier ones of that account serve no more. */
    void add(String tokenHash, UUID account, Instant sentAt, Instant expiresAt);

    /** The account of a link that still serves. */
    Optional<UUID> account(String tokenHash, Instant now);

    /** The links of an account that still serve. */
    List<String> serving(UUID account, Instant now);

    /** Uses a link up, once: of two at one moment, one succeeds. */
    boolean use(String tokenHash, Instant now);

    /** When each of these accounts was last invited. */
    Map<UUID, Instant> sent(Collection<UUID> accounts);

    /** The links of that account serve no more, as if none had been sent. @return whether one still served */
    boolean withdraw(UUID account, Instant now);

    long forget(Instant expiredBefore);
}
