package fr.appui.dispatch;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.trace.Destination;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the switch does next. A telephone that is to ring rings at once: what a ring, a hold and a put-through say is said while
 * the caller waits, and may be cut by the one who answers. Each such list is a class of {@code musiconhold.conf}.
 */
public sealed interface Command {

    List<Announcement> say();

    /** Say, then read one digit. */
    record AskProfile(List<Announcement> say) implements Command {}

    /**
     * Ring a physician, unless they are in another call; only a 1 keyed by a human joins the two.
     *
     * @param beside who is rung as well, some seconds later
     */
    record Ring(
            List<Announcement> say,
            int attempt,
            PhysicianId physician,
            PhoneNumber number,
            Duration ring,
            List<Announcement> whisper,
            Optional<Beside> beside)
            implements Command {}

    /** A second telephone that rings with the first: whoever presses 1 first has the call. */
    record Beside(int attempt, PhysicianId physician, PhoneNumber number, Duration ring, Duration after) {}

    /** Say and play music, for as long as given or until this physician's call is over. */
    record Hold(List<Announcement> say, PhysicianId physician, Duration longest) implements Command {}

    /**
     * Put the caller through to another line, no key needed there.
     *
     * @param first what is said to its end before it rings
     */
    record PutThrough(
            List<Announcement> first,
            List<Announcement> say,
            Destination destination,
            PhoneNumber number,
            Duration ring)
            implements Command {}

    /**
     * Say, then read a number ended by #, read it back and have it confirmed; the caller's own number is proposed when the
     * switch has it.
     */
    record AskNumber(List<Announcement> say) implements Command {}

    record HangUp(List<Announcement> say) implements Command {}
}
