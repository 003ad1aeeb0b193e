package fr.appui.access;

import fr.appui.push.PushDevice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which browsers show messages to which account. One browser shows those of one account, the last that asked. */
public interface PushSubscriptions {

    /** @param session in which it was last asked for; it may have ended by itself since */
    record Subscription(UUID id, String session, String name, Instant since) {}

    /** Of one account the newest are kept, a bounded number. @param session of the account, in this browser */
    void keep(UUID account, String session, String name, PushDevice device, Instant at);

    /** Moves what this browser has to the session that goes on. @return false where this account did not ask for it here */
    boolean renew(UUID account, String session, PushDevice device, Instant at);

    /** The newest first, a bounded number. */
    List<Subscription> of(UUID account);

    /** @return whether the account had it */
    boolean remove(UUID id, UUID account);

    /** @return how many were removed */
    long forget(Instant seenBefore);
}
