package fr.appui.trace;

import java.time.Duration;

/**
 * How a call's time was spent. Every millisecond is counted once: the four add up to the whole.
 *
 * @param menu until the ladder was opened, or the caller told why not
 * @param ringing while a physician's phone rang
 * @param talk while two people heard each other
 * @param waiting all the rest: announcements between attempts, call-back number, put-through
 */
public record Phases(Duration menu, Duration ringing, Duration talk, Duration waiting) {

    static final Phases NONE = new Phases(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    public Duration total() {
        return menu.plus(ringing).plus(talk).plus(waiting);
    }
}
