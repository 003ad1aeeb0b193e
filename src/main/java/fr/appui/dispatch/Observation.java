package fr.appui.dispatch;

import fr.appui.directory.PhoneNumber;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.Origin;
import java.util.Optional;

/** What the switch just saw. */
public sealed interface Observation {

    /**
     * A call came in.
     *
     * @param dialled digits as received
     * @param house recording that names the SAMU or SAS from which it comes, where the site has one
     * @param attempts how many physicians were rung before, in a call that comes a second time: a SAMU that was reached
     *     hands it back
     */
    record Arrived(String dialled, Origin origin, Optional<PhoneNumber> caller, Optional<String> house, int attempts)
            implements Observation {
        public Arrived(String dialled, Origin origin, Optional<PhoneNumber> caller) {
            this(dialled, origin, caller, Optional.empty(), 0);
        }
    }

    /** The caller keyed one digit of the menu. */
    record KeyPressed(char key) implements Observation {}

    /** The caller was asked and keyed nothing in time. */
    record NoKey() implements Observation {}

    /**
     * An attempt is over; after an {@code ACCEPTED} one, so is the talk. Reported before {@link CallerGone} when the
     * caller's hanging up is what ended it.
     *
     * @param cause Q.850 of the physician's leg, 0 when there was none
     * @param beside how the attempt that ran beside it ended, when there was one and neither was accepted
     */
    record AttemptFinished(int attempt, AttemptResult result, int cause, Optional<AttemptResult> beside)
            implements Observation {
        public AttemptFinished(int attempt, AttemptResult result, int cause) {
            this(attempt, result, cause, Optional.empty());
        }
    }

    /** The caller has waited for a physician who is in another call. */
    record Waited() implements Observation {}

    /** A put-through to another line is over; reported before {@link CallerGone}, as an attempt is. */
    record PutThroughFinished(boolean answered, int cause) implements Observation {}

    /** The caller keyed a number and #, and confirmed it; empty when nothing usable was keyed. */
    record NumberKeyed(Optional<PhoneNumber> number) implements Observation {}

    /**
     * The caller's leg is gone, whoever hung up. The last observation of every call, also after a {@link Command.HangUp}:
     * it records the ending. @param cause Q.850 of the caller's leg
     */
    record CallerGone(int cause) implements Observation {}
}
