package fr.appui.dispatch;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.trace.Destination;
import fr.appui.trace.Ending;
import fr.appui.trace.Origin;
import fr.appui.trace.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a call between two questions. It travels in a channel variable and not in the service, so that any
 * node can answer the next question: keep it small.
 *
 * <p>{@code asked} and {@code repeats} count how often the same command was given; they are what bounds a call whose switch
 * keeps reporting something else than what it was asked.
 */
public sealed interface CallState {

    /** Nothing was asked yet. */
    record Arriving() implements CallState {}

    /**
     * @param arrived when the call came in: a caller who arrives in time is served, though the window closes meanwhile
     * @param asked how often the caller was asked who they are
     */
    record AskingProfile(PhoneNumber line, Instant arrived, int asked) implements CallState {}

    /**
     * @param left the attempts still to make after the current one, fixed when the ladder was opened: an edit of the rota
     *     in mid-call skips nobody
     */
    record Ringing(PhoneNumber line, Caller caller, Attempt current, List<Attempt> left, int repeats)
            implements CallState {
        public Ringing {
            left = List.copyOf(left);
        }
    }

    /** @param ending the call's ending if the other line answers */
    record PuttingThrough(PhoneNumber number, Destination destination, Ending ending, int repeats)
            implements CallState {}

    record AskingNumber(int asked, Optional<PhoneNumber> fallback) implements CallState {}

    record Finished(Ending ending) implements CallState {}

    /** What the physician is told before accepting. */
    record Caller(Origin origin, Profile profile) {}

    /** One number of one rung. @param number first attempt of the call is 1 */
    record Attempt(int number, int rung, PhysicianId physician, PhoneNumber phone, Duration ring) {}
}
