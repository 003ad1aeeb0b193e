package fr.appui.dispatch;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.trace.Destination;
import fr.appui.trace.Ending;
import fr.appui.trace.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a call between two questions. It travels in a channel variable and not in the service, so that any
 * node can answer the next question: keep it small.
 */
public sealed interface CallState {

    /** Nothing was asked yet. */
    record Arriving() implements CallState {}

    /** @param asked how often the caller was asked who they are */
    record AskingProfile(PhoneNumber line, int asked) implements CallState {}

    /**
     * @param left the attempts still to make after the current one, fixed when the ladder was opened: an edit of the rota
     *     in mid-call skips nobody
     */
    record Ringing(PhoneNumber line, Profile profile, Attempt current, List<Attempt> left) implements CallState {
        public Ringing {
            left = List.copyOf(left);
        }
    }

    record PuttingThrough(PhoneNumber line, Destination destination, Ending ending) implements CallState {}

    record AskingNumber(PhoneNumber line, int asked, Optional<PhoneNumber> fallback) implements CallState {}

    record Finished(Ending ending) implements CallState {}

    /** One number of one rung. @param number first attempt of the call is 1 */
    record Attempt(int number, int rung, PhysicianId physician, PhoneNumber phone, Duration ring) {}
}
