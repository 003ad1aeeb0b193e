package fr.appui.dispatch;

import fr.appui.directory.PhoneNumber;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.Origin;
import java.util.Optional;

/** What the switch just saw. */
public sealed interface Observation {

    /** A call came in. @param dialled digits as received */
    record Arrived(String dialled, Origin origin, Optional<PhoneNumber> caller) implements Observation {}

    /** The caller keyed one digit of the menu. */
    record KeyPressed(char key) implements Observation {}

    /** The caller was asked and keyed nothing in time. */
    record NoKey() implements Observation {}

    /** @param cause Q.850 of the physician's leg, 0 when there was none */
    record AttemptFinished(int attempt, AttemptResult result, int cause) implements Observation {}

    /** A put-through to another line is over. */
    record PutThroughFinished(boolean answered, int cause) implements Observation {}

    /** The caller keyed a number and #; empty when nothing usable was keyed. */
    record NumberKeyed(Optional<PhoneNumber> number) implements Observation {}

    /** The caller hung up. */
    record CallerGone(int cause) implements Observation {}
}
