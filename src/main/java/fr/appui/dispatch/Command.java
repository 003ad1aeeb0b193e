package fr.appui.dispatch;

import fr.appui.directory.PhoneNumber;
import fr.appui.trace.Destination;
import java.time.Duration;
import java.util.List;

/** What the switch does next. Each command says its announcements first. */
public sealed interface Command {

    List<Announcement> say();

    /** Say, then read one digit. */
    record AskProfile(List<Announcement> say) implements Command {}

    /** Ring a physician; only a 1 keyed by a human joins the two. */
    record Ring(List<Announcement> say, int attempt, PhoneNumber number, Duration ring, List<Announcement> whisper)
            implements Command {}

    /** Put the caller through to another line, no key needed there. */
    record PutThrough(List<Announcement> say, Destination destination, PhoneNumber number, Duration ring)
            implements Command {}

    /**
     * Say, then read a number ended by #, read it back and have it confirmed; the caller's own number is proposed when the
     * switch has it.
     */
    record AskNumber(List<Announcement> say) implements Command {}

    record HangUp(List<Announcement> say) implements Command {}
}
