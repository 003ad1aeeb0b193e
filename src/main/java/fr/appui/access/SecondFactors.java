package fr.appui.access;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The second factors of accounts, and the sign-ins that wait for one. */
public interface SecondFactors {

    /** @param confirmed whether a right code was given once: until then it asks for nothing */
    record Factor(byte[] secret, boolean confirmed) {}

    Optional<Factor> of(UUID account);

    /** Those of these accounts that have one which was confirmed. */
    Set<UUID> confirmedAmong(Collection<UUID> accounts);

    /** In place of one that was never confirmed. */
    void propose(UUID account, byte[] secret);

    void confirm(UUID account, Instant at);

    /** @param step the half minute of a right code @return false if it, or a later one, was used before */
    boolean use(UUID account, long step);

    /** @return whether there was one */
    boolean remove(UUID account);

    void startPending(String tokenHash, UUID account, Instant at);

    Optional<UUID> pending(String tokenHash, Instant startedAfter);

    void endPending(String tokenHash);

    void forgetPending(Instant startedBefore);
}
