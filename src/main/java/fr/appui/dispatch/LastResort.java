package fr.appui.dispatch;

import fr.appui.directory.PhoneNumber;
import fr.appui.dispatch.CallState.AskingNumber;
import fr.appui.dispatch.Command.AskNumber;
import fr.appui.dispatch.Observation.Arrived;
import fr.appui.dispatch.Observation.AttemptFinished;
import fr.appui.dispatch.Observation.CallerGone;
import fr.appui.dispatch.Observation.KeyPressed;
import fr.appui.dispatch.Observation.NoKey;
import fr.appui.dispatch.Observation.NumberKeyed;
import fr.appui.dispatch.Observation.PutThroughFinished;
import fr.appui.trace.CallEvent.CallBackAsked;
import fr.appui.trace.CallEvent.NobodyReached;
import fr.appui.trace.Destination;
import fr.appui.trace.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** No rung is left: the caller hears so, may ask to be called back, and goes on to the fallback line (domain §6.5). */
final class LastResort {

    private static final int MOST_ASKED = 2;
    private static final String SAMU = "15";

    private LastResort() {}

    static Decision nobody(Optional<PhoneNumber> fallback, CallContext context) {
        return new Decision(
                new AskingNumber(1, fallback),
                new AskNumber(List.of(Prompts.NOBODY, Prompts.KEY_YOUR_NUMBER)),
                List.of(new NobodyReached(context.call(), context.at())));
    }

    static Decision decide(AskingNumber state, Observation observation, CallContext context) {
        return switch (observation) {
            case NumberKeyed keyed when keyed.number().isPresent() -> noted(state, keyed, context);
            case NumberKeyed nothing -> again(state, context);
            case NoKey nothing -> again(state, context);
            case CallerGone gone -> Farewell.gone(Ending.ABANDONED, gone, context);
            case Arrived stray -> unexpected(state, stray, context);
            case KeyPressed stray -> unexpected(state, stray, context);
            case AttemptFinished stray -> unexpected(state, stray, context);
            case PutThroughFinished stray -> unexpected(state, stray, context);
        };
    }

    private static Decision noted(AskingNumber state, NumberKeyed keyed, CallContext context) {
        return onward(state, List.of(Prompts.CALL_BACK_NOTED), context)
                .after(new CallBackAsked(context.call(), context.at(), keyed.number()));
    }

    private static Decision again(AskingNumber state, CallContext context) {
        return state.asked() < MOST_ASKED
                ? new Decision(
                        new AskingNumber(state.asked() + 1, state.fallback()),
                        new AskNumber(List.of(Prompts.NOT_UNDERSTOOD, Prompts.KEY_YOUR_NUMBER)),
                        List.of())
                : onward(state, List.of(), context);
    }

    private static Decision onward(AskingNumber state, List<Announcement> say, CallContext context) {
        var announced = new ArrayList<>(say);
        if (state.fallback().isEmpty()) {
            announced.addAll(List.of(Prompts.CALL_15, Prompts.GOODBYE));
            return Farewell.end(Ending.NOT_REACHED, announced);
        }
        PhoneNumber number = state.fallback().get();
        boolean samu = number.e164().equals(SAMU);
        announced.add(samu ? Prompts.TO_SAMU : Prompts.TO_FALLBACK);
        return OtherLine.putThrough(announced, samu ? Destination.SAMU : Destination.FALLBACK_LINE, number, context);
    }

    private static Decision unexpected(AskingNumber state, Observation observation, CallContext context) {
        return again(state, context).after(context.unexpected(observation, state));
    }
}
