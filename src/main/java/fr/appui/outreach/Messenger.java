package fr.appui.outreach;

import fr.appui.trace.AlertChannel;
import java.time.Duration;
import java.util.Optional;

/** One way of reaching people in writing. */
public interface Messenger {

    /** It was not sent, for now or for good. The message is shown to administrators: no phone number in it. */
    final class NotSent extends Exception {
        private static final long serialVersionUID = 1;

        public NotSent(String why, Throwable cause) {
            super(why, cause);
        }

        public NotSent(String why) {
            super(why);
        }
    }

    AlertChannel channel();

    /** Whether the site has it at all. */
    boolean isConfigured();

    /**
     * The next in line has it.
     *
     * @param name how its receipts name it, where that is not the alert's id
     * @param doubt in French, where its answer is not what it should be
     */
    record Taken(Optional<String> name, Optional<String> doubt) {

        public static final Taken WITHOUT_A_WORD = new Taken(Optional.empty(), Optional.empty());
    }

    /** What {@link #send} never exceeds. */
    Duration longestSend();

    /** Returns once the message was taken over by the next in line. @param to a mail address, or E.164 */
    Taken send(String to, Alert alert) throws NotSent;
}
