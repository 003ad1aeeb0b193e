package fr.appui.indicators;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.Destination;
import fr.appui.trace.Ending;
import fr.appui.trace.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * What the indicators keep of one call: the fold of its events, whatever their order and however often they came.
 *
 * @param menuChoice who the caller said they were on the keypad
 * @param ending empty while the call goes on, or when its trace lacks an end
 * @param answer who answered, empty when no physician did
 * @param talk time during which the caller was through to somebody
 * @param attempts how many times a physician's phone was rung
 * @param putThrough the other lines the caller was really through to
 */
public record CallFacts(
        CallId call,
        TerritoryCode territory,
        Instant receivedAt,
        Channel channel,
        Profile menuChoice,
        Optional<Ending> ending,
        Optional<Answered> answer,
        Duration talk,
        int attempts,
        Set<Destination> putThrough,
        boolean callBackAsked,
        boolean degraded) {

    /** @param rung first rung is 1 @param after from the reception of the call to the two hearing each other */
    public record Answered(PhysicianId physician, int rung, Duration after) {}

    public CallFacts {
        putThrough = Set.copyOf(putThrough);
    }

    /** Empty as long as the reception is missing, for a call to a number that no territory publishes, and for a trial. */
    public static Optional<CallFacts> of(Collection<CallEvent> eventsOfOneCall) {
        return FactsFold.fold(eventsOfOneCall);
    }

    /** A physician rung directly, told afterwards: the call has no trace of its own. */
    public static CallFacts declared(
            CallId call, TerritoryCode territory, Instant at, PhysicianId physician, Duration talk) {
        return new CallFacts(
                call,
                territory,
                at,
                Channel.DECLARED,
                Profile.UNKNOWN,
                Optional.of(Ending.ANSWERED),
                Optional.of(new Answered(physician, 1, Duration.ZERO)),
                talk,
                0,
                Set.of(),
                false,
                false);
    }

    public boolean isDeclared() {
        return channel == Channel.DECLARED;
    }

    /** A physician gave advice: an outcome is due. */
    public boolean callsForAnOutcome() {
        return answer.isPresent();
    }
}
