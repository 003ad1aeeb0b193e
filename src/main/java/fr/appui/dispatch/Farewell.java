package fr.appui.dispatch;

import fr.appui.dispatch.CallState.Finished;
import fr.appui.dispatch.Command.HangUp;
import fr.appui.dispatch.Observation.Arrived;
import fr.appui.dispatch.Observation.AttemptFinished;
import fr.appui.dispatch.Observation.CallerGone;
import fr.appui.dispatch.Observation.KeyPressed;
import fr.appui.dispatch.Observation.NoKey;
import fr.appui.dispatch.Observation.NumberKeyed;
import fr.appui.dispatch.Observation.PutThroughFinished;
import fr.appui.dispatch.Observation.Waited;
import fr.appui.trace.CallEvent.Ended;
import fr.appui.trace.Ending;
import java.util.List;

/** The end: what is said last, and the one terminal event, recorded when the caller's leg is gone. */
final class Farewell {

    private Farewell() {}

    static Decision end(Ending ending) {
        return end(ending, lastWords(ending));
    }

    static Decision end(Ending ending, List<Announcement> say) {
        return new Decision(new Finished(ending), new HangUp(say), List.of());
    }

    static Decision gone(Ending ending, CallerGone gone, CallContext context) {
        return new Decision(
                new Finished(ending),
                new HangUp(List.of()),
                List.of(new Ended(context.call(), context.at(), ending, gone.cause())));
    }

    static Decision decide(Finished state, Observation observation, CallContext context) {
        return switch (observation) {
            case CallerGone gone -> gone(state.ending(), gone, context);
            case Arrived stray -> unexpected(state, stray, context);
            case KeyPressed stray -> unexpected(state, stray, context);
            case NoKey stray -> unexpected(state, stray, context);
            case Waited stray -> unexpected(state, stray, context);
            case AttemptFinished stray -> unexpected(state, stray, context);
            case PutThroughFinished stray -> unexpected(state, stray, context);
            case NumberKeyed stray -> unexpected(state, stray, context);
        };
    }

    private static Decision unexpected(Finished state, Observation observation, CallContext context) {
        return end(state.ending()).after(context.unexpected(observation, state));
    }

    private static List<Announcement> lastWords(Ending ending) {
        return switch (ending) {
            case ANSWERED, PUT_THROUGH_TO_FALLBACK, ABANDONED -> List.of();
            case NOT_REACHED -> List.of(SaidByTheLine.CALL_15, SaidByTheLine.GOODBYE);
            case OUT_OF_HOURS -> List.of(SaidByTheLine.CLOSED, SaidByTheLine.CALL_15, SaidByTheLine.GOODBYE);
            case TURNED_AWAY -> List.of(SaidByTheLine.FOR_PATIENTS);
            case UNKNOWN_LINE -> List.of(SaidByTheLine.UNKNOWN_LINE);
            case FAILED -> List.of(SaidByTheLine.TECHNICAL_ERROR);
        };
    }
}
