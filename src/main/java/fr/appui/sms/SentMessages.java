package fr.appui.sms;

import java.time.Instant;

/** Text messages that somebody sent, and what became of them. */
public interface SentMessages {

    /**
     * What the gateway tells of a message it was given. Delivered is the last word; of anything unknown nothing changes.
     *
     * @param message our reference, or the gateway's own name
     */
    void receipt(String message, boolean delivered, Instant now);
}
