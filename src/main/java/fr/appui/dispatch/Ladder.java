package fr.appui.dispatch;

import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.dispatch.CallState.Attempt;
import fr.appui.dispatch.CallState.Caller;
import fr.appui.dispatch.CallState.Ringing;
import fr.appui.dispatch.Command.Ring;
import fr.appui.dispatch.Observation.Arrived;
import fr.appui.dispatch.Observation.AttemptFinished;
import fr.appui.dispatch.Observation.CallerGone;
import fr.appui.dispatch.Observation.KeyPressed;
import fr.appui.dispatch.Observation.NoKey;
import fr.appui.dispatch.Observation.NumberKeyed;
import fr.appui.dispatch.Observation.PutThroughFinished;
import fr.appui.rota.OnDuty;
import fr.appui.rota.Rung;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallEvent.AttemptEnded;
import fr.appui.trace.CallEvent.AttemptStarted;
import fr.appui.trace.CallEvent.LadderOpened;
import fr.appui.trace.Ending;
import java.util.ArrayList;
import java.util.List;

/** Physicians are rung rung by rung, number by number, until a human presses 1 (domain §6.4). */
final class Ladder {

    /** Keeps the state small enough for a channel variable, and the caller from waiting longer than anyone would. */
    static final int MOST_ATTEMPTS = 12;

    private static final int MOST_REPEATS = 2;

    private Ladder() {}

    static Decision open(OpenLine open, Caller caller, List<Announcement> say, CallContext context) {
        List<Attempt> attempts = attempts(open.duty().ladder(), open.line().settings());
        if (attempts.isEmpty()) {
            return LastResort.nobody(open.line().settings().fallback(), context).after(opened(open.duty(), context));
        }
        var announced = new ArrayList<>(say);
        announced.add(Prompts.PLEASE_WAIT);
        var ringing = new Ringing(open.line().number(), caller, attempts.getFirst(), tail(attempts), 0);
        return ring(ringing, announced, context).after(opened(open.duty(), context));
    }

    private static LadderOpened opened(OnDuty.Open duty, CallContext context) {
        return new LadderOpened(
                context.call(),
                context.at(),
                duty.window().date(),
                duty.ladder().size(),
                duty.reason());
    }

    static Decision decide(Ringing state, Observation observation, CallContext context) {
        return switch (observation) {
            case AttemptFinished finished
            when finished.attempt() == state.current().number() -> finished(state, finished, context);
            case AttemptFinished stray -> unexpected(state, stray, context);
            case CallerGone gone -> callerGone(state, gone, context);
            case Arrived stray -> unexpected(state, stray, context);
            case KeyPressed stray -> unexpected(state, stray, context);
            case NoKey stray -> unexpected(state, stray, context);
            case PutThroughFinished stray -> unexpected(state, stray, context);
            case NumberKeyed stray -> unexpected(state, stray, context);
        };
    }

    private static Decision finished(Ringing state, AttemptFinished finished, CallContext context) {
        Decision next = switch (finished.result()) {
            case ACCEPTED -> Farewell.end(Ending.ANSWERED);
            case CALLER_GONE -> Farewell.end(Ending.ABANDONED);
            case PASSED -> onward(state, otherPhysicians(state), context);
            case NOT_CONFIRMED, NO_ANSWER, BUSY, REFUSED, UNREACHABLE -> onward(state, state.left(), context);
        };
        return next.after(ended(state, finished.result(), finished.cause(), context));
    }

    private static Decision onward(Ringing state, List<Attempt> left, CallContext context) {
        if (left.isEmpty()) {
            return LastResort.nobody(
                    context.rota()
                            .line(state.line())
                            .flatMap(line -> line.settings().fallback()),
                    context);
        }
        Attempt next = left.getFirst();
        boolean samePhysician = next.rung() == state.current().rung();
        return ring(
                new Ringing(state.line(), state.caller(), next, tail(left), 0),
                List.of(samePhysician ? Prompts.PLEASE_WAIT : Prompts.NEXT_PHYSICIAN),
                context);
    }

    private static Decision ring(Ringing state, List<Announcement> say, CallContext context) {
        Attempt attempt = state.current();
        return new Decision(
                state,
                command(state, say, context),
                List.of(new AttemptStarted(
                        context.call(),
                        context.at(),
                        attempt.number(),
                        attempt.rung(),
                        attempt.physician(),
                        attempt.ring())));
    }

    private static Ring command(Ringing state, List<Announcement> say, CallContext context) {
        Attempt attempt = state.current();
        List<Announcement> whisper = Whisper.to(context.rota().line(state.line()), state.caller());
        return new Ring(say, attempt.number(), attempt.phone(), attempt.ring(), whisper);
    }

    private static Decision callerGone(Ringing state, CallerGone gone, CallContext context) {
        return Farewell.gone(Ending.ABANDONED, gone, context)
                .after(ended(state, AttemptResult.CALLER_GONE, 0, context));
    }

    /** Rings the same number again; a switch that is lost for good is led on to the next, so that the call moves. */
    private static Decision unexpected(Ringing state, Observation observation, CallContext context) {
        Decision next = state.repeats() < MOST_REPEATS
                ? new Decision(repeated(state), command(state, List.of(), context), List.of())
                : onward(state, state.left(), context).after(ended(state, AttemptResult.UNREACHABLE, 0, context));
        return next.after(context.unexpected(observation, state));
    }

    private static Ringing repeated(Ringing state) {
        return new Ringing(state.line(), state.caller(), state.current(), state.left(), state.repeats() + 1);
    }

    private static AttemptEnded ended(Ringing state, AttemptResult result, int cause, CallContext context) {
        return new AttemptEnded(context.call(), context.at(), state.current().number(), result, cause);
    }

    /** Who presses 2 is busy on every phone: their other numbers are left alone. */
    private static List<Attempt> otherPhysicians(Ringing state) {
        return state.left().stream()
                .filter(attempt -> attempt.rung() != state.current().rung())
                .toList();
    }

    private static List<Attempt> attempts(List<Rung> ladder, LineSettings settings) {
        var attempts = new ArrayList<Attempt>();
        for (Rung rung : ladder) {
            for (PhoneNumber number : rung.numbers()) {
                attempts.add(new Attempt(
                        attempts.size() + 1,
                        rung.position(),
                        rung.physician(),
                        number,
                        settings.ringTime(rung.position())));
            }
        }
        return attempts.subList(0, Math.min(attempts.size(), MOST_ATTEMPTS));
    }

    private static List<Attempt> tail(List<Attempt> attempts) {
        return attempts.subList(1, attempts.size());
    }
}
