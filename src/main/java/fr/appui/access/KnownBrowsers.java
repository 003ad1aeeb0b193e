package fr.appui.access;

import java.time.Instant;
import java.util.UUID;

/** Browsers on which somebody signed in before, by the hash of what they keep: nobody else's failures shut them out. */
public interface KnownBrowsers {

    boolean isOf(String tokenHash, UUID account);

    /** Written down, or seen again. */
    void seen(String tokenHash, UUID account, Instant at);

    void forgetAllOf(UUID account);

    long forget(Instant seenBefore);
}
