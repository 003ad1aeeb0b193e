package fr.appui.dispatch;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
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
     * @param until after this nobody is rung any more
     * @param beside who is rung a little later beside the current one, as the next attempt
     * @param left whom to ring after the current attempt, fixed when the ladder was opened: an edit of the rota in
     *     mid-call skips nobody
     * @param holds how often the caller was asked to wait for a physician in another call
     */
    record Ringing(
            PhoneNumber line,
            Caller caller,
            Instant until,
            Attempt current,
            Optional<Callee> beside,
            List<Callee> left,
            int holds,
            int repeats)
            implements CallState {
        public Ringing {
            left = List.copyOf(left);
        }

        /** The number of the attempt after these. */
        int nextNumber() {
            return current.number() + (beside.isPresent() ? 2 : 1);
        }
    }

    /** The caller waits until the physician of {@code awaited} is free, who is then rung again. */
    record Holding(Ringing awaited, int repeats) implements CallState {}

    /**
     * @param ending the call's ending if the other line answers
     * @param until after this no further line is tried
     * @param left the lines to try if this one does not answer
     */
    record PuttingThrough(Outlet outlet, Ending ending, Instant until, List<Outlet> left, int repeats)
            implements CallState {
        public PuttingThrough {
            left = List.copyOf(left);
        }
    }

    /** @param lines those to try next, whether or not a number is left */
    record AskingNumber(int asked, Instant until, List<Outlet> lines) implements CallState {
        public AskingNumber {
            lines = List.copyOf(lines);
        }
    }

    record Finished(Ending ending) implements CallState {}

    /**
     * What the physician is told before accepting.
     *
     * @param house recording that names the SAMU or SAS from which the call comes, where the site has one
     */
    record Caller(Origin origin, Profile profile, Optional<String> house) {
        public Caller(Origin origin, Profile profile) {
            this(origin, profile, Optional.empty());
        }
    }

    /** @param number first attempt of the call is 1 */
    record Attempt(int number, Callee callee) {}

    /** One number of one rung. @param relief the neighbouring territory whose duty this is; empty for one's own */
    record Callee(int rung, PhysicianId physician, PhoneNumber phone, Duration ring, Optional<TerritoryCode> relief) {}

    /** A line that is not a physician's. */
    record Outlet(Destination destination, PhoneNumber number) {}
}
