package fr.appui.dispatch;

import fr.appui.dispatch.CallState.Outlet;
import fr.appui.dispatch.CallState.PuttingThrough;
import fr.appui.dispatch.Observation.Arrived;
import fr.appui.dispatch.Observation.AttemptFinished;
import fr.appui.dispatch.Observation.CallerGone;
import fr.appui.dispatch.Observation.KeyPressed;
import fr.appui.dispatch.Observation.NoKey;
import fr.appui.dispatch.Observation.NumberKeyed;
import fr.appui.dispatch.Observation.PutThroughFinished;
import fr.appui.dispatch.Observation.Waited;
import fr.appui.trace.CallEvent.PutThrough;
import fr.appui.trace.CallEvent.PutThroughEnded;
import fr.appui.trace.Destination;
import fr.appui.trace.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The caller is put through to a line that is not a physician's: daytime contact, fallback, SAMU. */
final class OtherLine {

    private static final Duration RING = Duration.ofSeconds(45);
    private static final int MOST_REPEATS = 2;

    private OtherLine() {}

    /** To the daytime contact, or to who takes over outside the hours. */
    static Decision putThrough(List<Announcement> first, List<Announcement> say, Outlet outlet, CallContext context) {
        return putThrough(first, say, outlet, List.of(), context.at().plus(LastResort.LONGEST), context);
    }

    /** The next line, announced; without one, or out of time, the caller is pointed to the 15. */
    static Decision tryNext(List<Announcement> say, List<Outlet> lines, Instant until, CallContext context) {
        var announced = new ArrayList<>(say);
        if (lines.isEmpty() || !context.at().isBefore(until)) {
            announced.addAll(List.of(SaidByTheLine.CALL_15, SaidByTheLine.GOODBYE));
            return Farewell.end(Ending.NOT_REACHED, announced);
        }
        Outlet next = lines.getFirst();
        announced.add(next.destination() == Destination.SAMU ? SaidByTheLine.TO_SAMU : SaidByTheLine.TO_FALLBACK);
        return putThrough(List.of(), announced, next, lines.subList(1, lines.size()), until, context);
    }

    private static Decision putThrough(
            List<Announcement> first,
            List<Announcement> say,
            Outlet outlet,
            List<Outlet> left,
            Instant until,
            CallContext context) {
        return new Decision(
                new PuttingThrough(outlet, outlet.destination().ending(), until, left, 0),
                new Command.PutThrough(first, say, outlet.destination(), outlet.number(), RING),
                List.of(new PutThrough(context.call(), context.at(), outlet.destination())));
    }

    static Decision decide(PuttingThrough state, Observation observation, CallContext context) {
        return switch (observation) {
            case PutThroughFinished finished -> finished(state, finished.answered(), finished.cause(), context);
            case CallerGone gone -> Farewell.gone(Ending.ABANDONED, gone, context);
            case Arrived stray -> unexpected(state, stray, context);
            case KeyPressed stray -> unexpected(state, stray, context);
            case NoKey stray -> unexpected(state, stray, context);
            case Waited stray -> unexpected(state, stray, context);
            case AttemptFinished stray -> unexpected(state, stray, context);
            case NumberKeyed stray -> unexpected(state, stray, context);
        };
    }

    private static Decision finished(PuttingThrough state, boolean answered, int cause, CallContext context) {
        Destination destination = state.outlet().destination();
        Decision end = answered ? Farewell.end(state.ending(), List.of()) : notAnswered(state, context);
        return end.after(new PutThroughEnded(context.call(), context.at(), destination, answered, cause));
    }

    private static Decision notAnswered(PuttingThrough state, CallContext context) {
        return state.outlet().destination() == Destination.DAYTIME_CONTACT
                ? Farewell.end(Ending.OUT_OF_HOURS, List.of(SaidByTheLine.CALL_15, SaidByTheLine.GOODBYE))
                : tryNext(List.of(), state.left(), state.until(), context);
    }

    private static Decision unexpected(PuttingThrough state, Observation observation, CallContext context) {
        Decision next = state.repeats() < MOST_REPEATS && context.at().isBefore(state.until())
                ? repeat(state)
                : finished(state, false, 0, context);
        return next.after(context.unexpected(observation, state));
    }

    private static Decision repeat(PuttingThrough state) {
        Outlet outlet = state.outlet();
        return new Decision(
                new PuttingThrough(outlet, state.ending(), state.until(), state.left(), state.repeats() + 1),
                new Command.PutThrough(List.of(), List.of(), outlet.destination(), outlet.number(), RING),
                List.of());
    }
}
