package fr.appui.dispatch;

import fr.appui.directory.PhoneNumber;
import fr.appui.dispatch.CallState.PuttingThrough;
import fr.appui.dispatch.Observation.Arrived;
import fr.appui.dispatch.Observation.AttemptFinished;
import fr.appui.dispatch.Observation.CallerGone;
import fr.appui.dispatch.Observation.KeyPressed;
import fr.appui.dispatch.Observation.NoKey;
import fr.appui.dispatch.Observation.NumberKeyed;
import fr.appui.dispatch.Observation.PutThroughFinished;
import fr.appui.trace.CallEvent.PutThrough;
import fr.appui.trace.CallEvent.PutThroughEnded;
import fr.appui.trace.Destination;
import fr.appui.trace.Ending;
import java.time.Duration;
import java.util.List;

/** The caller is put through to a line that is not a physician's: daytime contact, fallback, SAMU. */
final class OtherLine {

    private static final Duration RING = Duration.ofSeconds(45);
    private static final int MOST_REPEATS = 2;

    private OtherLine() {}

    static Decision putThrough(
            List<Announcement> say, Destination destination, PhoneNumber number, CallContext context) {
        return new Decision(
                new PuttingThrough(number, destination, ifAnswered(destination), 0),
                new Command.PutThrough(say, destination, number, RING),
                List.of(new PutThrough(context.call(), context.at(), destination)));
    }

    static Decision decide(PuttingThrough state, Observation observation, CallContext context) {
        return switch (observation) {
            case PutThroughFinished finished -> finished(state, finished.answered(), finished.cause(), context);
            case CallerGone gone -> Farewell.gone(Ending.ABANDONED, gone, context);
            case Arrived stray -> unexpected(state, stray, context);
            case KeyPressed stray -> unexpected(state, stray, context);
            case NoKey stray -> unexpected(state, stray, context);
            case AttemptFinished stray -> unexpected(state, stray, context);
            case NumberKeyed stray -> unexpected(state, stray, context);
        };
    }

    private static Decision finished(PuttingThrough state, boolean answered, int cause, CallContext context) {
        Decision end = answered
                ? Farewell.end(state.ending(), List.of())
                : Farewell.end(ifNotAnswered(state.destination()), List.of(Prompts.CALL_15, Prompts.GOODBYE));
        return end.after(new PutThroughEnded(context.call(), context.at(), state.destination(), answered, cause));
    }

    private static Decision unexpected(PuttingThrough state, Observation observation, CallContext context) {
        Decision next = state.repeats() < MOST_REPEATS ? repeat(state) : finished(state, false, 0, context);
        return next.after(context.unexpected(observation, state));
    }

    private static Decision repeat(PuttingThrough state) {
        return new Decision(
                new PuttingThrough(state.number(), state.destination(), state.ending(), state.repeats() + 1),
                new Command.PutThrough(List.of(), state.destination(), state.number(), RING),
                List.of());
    }

    private static Ending ifAnswered(Destination destination) {
        return switch (destination) {
            case DAYTIME_CONTACT -> Ending.OUT_OF_HOURS;
            case FALLBACK_LINE, SAMU -> Ending.PUT_THROUGH_TO_FALLBACK;
        };
    }

    private static Ending ifNotAnswered(Destination destination) {
        return switch (destination) {
            case DAYTIME_CONTACT -> Ending.OUT_OF_HOURS;
            case FALLBACK_LINE, SAMU -> Ending.NOT_REACHED;
        };
    }
}
