package fr.appui.trace;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.InvalidInput;
import java.time.Duration;
import java.time.Instant;

/** A call outside the line: the physician was rung directly and tells of it afterwards. */
public record DeclaredCall(CallId call, TerritoryCode territory, PhysicianId physician, Instant at, Duration duration) {

    private static final Duration FURTHEST_BACK = Duration.ofDays(60);

    public DeclaredCall {
        if (!OutcomeRules.isACalls(duration)) {
            throw new InvalidInput("durée : " + OutcomeRules.DURATION);
        }
    }

    /**
     * One that is told of now, whichever way it is told.
     *
     * @throws InvalidInput in French, when it is to come or further back than a call is told of
     */
    public static DeclaredCall told(
            CallId call, TerritoryCode territory, PhysicianId physician, Instant at, Duration duration, Instant now) {
        return new DeclaredCall(call, territory, physician, tellable(at, now), duration);
    }

    /** @throws InvalidInput as {@link #told} */
    public static Instant tellable(Instant at, Instant now) {
        if (at.isAfter(now) || at.isBefore(now.minus(FURTHEST_BACK))) {
            throw new InvalidInput("quand : dans les 60 derniers jours, pas à venir");
        }
        return at;
    }
}
