package fr.appui.outreach;

import fr.appui.trace.AlertChannel;

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

    /** Returns once the message was taken over by the next in line. Bounded. @param to a mail address, or E.164 */
    void send(String to, Alert.Content content) throws NotSent;
}
