package fr.appui.dispatch;

import fr.appui.directory.Escalation;
import fr.appui.directory.SupportLine;
import fr.appui.directory.WhenInCall;
import fr.appui.dispatch.CallState.Attempt;
import fr.appui.dispatch.CallState.Callee;
import fr.appui.dispatch.CallState.Caller;
import fr.appui.dispatch.CallState.Holding;
import fr.appui.dispatch.CallState.Ringing;
import fr.appui.dispatch.Command.Beside;
import fr.appui.dispatch.Command.Hold;
import fr.appui.dispatch.Command.Ring;
import fr.appui.dispatch.Observation.Arrived;
import fr.appui.dispatch.Observation.AttemptFinished;
import fr.appui.dispatch.Observation.CallerGone;
import fr.appui.dispatch.Observation.KeyPressed;
import fr.appui.dispatch.Observation.NoKey;
import fr.appui.dispatch.Observation.NumberKeyed;
import fr.appui.dispatch.Observation.PutThroughFinished;
import fr.appui.dispatch.Observation.Waited;
import fr.appui.dispatch.OpenLine.Search;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallEvent.AttemptEnded;
import fr.appui.trace.CallEvent.AttemptStarted;
import fr.appui.trace.CallEvent.LadderOpened;
import fr.appui.trace.CallEvent.ReliefCalled;
import fr.appui.trace.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Physicians are rung rung by rung, number by number, until a human presses 1 (domain §6.4), never beyond the time that the
 * line allows for the search.
 */
final class Ladder {

    private static final int MOST_REPEATS = 2;

    /** How long a caller waits for a physician in another call before that one is tried again. */
    private static final Duration HOLD = Duration.ofSeconds(30);

    static final int MOST_HOLDS = 4;

    /** Less is no ring at all. */
    private static final Duration SHORTEST_RING = Duration.ofSeconds(5);

    private Ladder() {}

    static Decision open(OpenLine open, Caller caller, Search search, List<Announcement> say, CallContext context) {
        var opened = new LadderOpened(context.call(), context.at(), open.dutyDate(), open.rungs(), open.reason());
        SupportLine line = open.line();
        List<Callee> callees = open.callees();
        if (callees.isEmpty()) {
            return LastResort.nobody(Optional.of(line), caller.origin(), context)
                    .after(opened);
        }
        Optional<Callee> beside = beside(callees, line);
        List<Callee> left = new ArrayList<>(callees.subList(1, callees.size()));
        beside.ifPresent(left::remove);
        var ringing = new Ringing(
                line.number(),
                caller,
                search.arrived().plus(line.settings().escalation().longestSearch()),
                new Attempt(search.attempts() + 1, callees.getFirst()),
                beside,
                left,
                0,
                0);
        var announced = new ArrayList<>(say);
        announced.add(callees.getFirst().relief().isPresent() ? SaidByTheLine.NEIGHBOUR : SaidByTheLine.PLEASE_WAIT);
        Decision ring = ring(ringing, announced, context);
        return callees.getFirst()
                .relief()
                .map(territory -> ring.after(opened, new ReliefCalled(context.call(), context.at(), territory)))
                .orElseGet(() -> ring.after(opened));
    }

    /** The second rung's first number, where the line rings it beside the first rung's. */
    private static Optional<Callee> beside(List<Callee> callees, SupportLine line) {
        Callee first = callees.getFirst();
        return line.settings()
                .escalation()
                .secondRungAfter()
                .flatMap(after -> callees.stream()
                        .filter(callee ->
                                callee.relief().isEmpty() && first.relief().isEmpty())
                        .filter(callee -> !callee.physician().equals(first.physician()))
                        .findFirst());
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
            case Waited stray -> unexpected(state, stray, context);
            case PutThroughFinished stray -> unexpected(state, stray, context);
            case NumberKeyed stray -> unexpected(state, stray, context);
        };
    }

    static Decision decide(Holding state, Observation observation, CallContext context) {
        return switch (observation) {
            case Waited waited -> ringAgain(state.awaited(), context);
            case CallerGone gone -> Farewell.gone(Ending.ABANDONED, gone, context);
            case AttemptFinished stray -> unexpected(state, stray, context);
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
            case BUSY_ELSEWHERE -> waits(state, context) ? hold(state) : onward(state, finished, context);
            case PASSED,
                    NOT_CONFIRMED,
                    NO_ANSWER,
                    BUSY,
                    REFUSED,
                    UNREACHABLE,
                    CUT_OFF,
                    DIVERTED,
                    LOOP,
                    IS_CALLING,
                    FORBIDDEN,
                    OPERATOR,
                    NO_TRUNK -> onward(state, finished, context);
        };
        return next.after(ended(state, finished, context));
    }

    private static Decision onward(Ringing state, AttemptFinished finished, CallContext context) {
        return onward(state, whoIsLeft(state, finished), context);
    }

    private static Decision onward(Ringing state, List<Callee> left, CallContext context) {
        Duration time = Duration.between(context.at(), state.until());
        if (left.isEmpty() || time.compareTo(SHORTEST_RING) < 0) {
            return LastResort.nobody(
                    context.rota().line(state.line()), state.caller().origin(), context);
        }
        Callee next = left.getFirst();
        Callee before = state.current().callee();
        var ringing = new Ringing(
                state.line(),
                state.caller(),
                state.until(),
                new Attempt(state.nextNumber(), next),
                Optional.empty(),
                left.subList(1, left.size()),
                state.holds(),
                0);
        Decision ring = ring(ringing, announced(before, next), context);
        return next.relief()
                .filter(territory -> !before.relief().equals(next.relief()))
                .map(territory -> ring.after(new ReliefCalled(context.call(), context.at(), territory)))
                .orElse(ring);
    }

    /** Nothing where it is the same physician again: what the caller was hearing goes on. */
    private static List<Announcement> announced(Callee before, Callee next) {
        if (!next.relief().equals(before.relief())) {
            return List.of(SaidByTheLine.NEIGHBOUR);
        }
        return next.physician().equals(before.physician()) || next.rung() < before.rung()
                ? List.of()
                : List.of(SaidByTheLine.NEXT_PHYSICIAN);
    }

    private static Decision ring(Ringing state, List<Announcement> say, CallContext context) {
        Ring command = command(state, say, context);
        var events = new ArrayList<CallEvent>();
        events.add(started(state.current(), command.ring(), context));
        command.beside()
                .ifPresent(beside -> state.beside()
                        .ifPresent(callee ->
                                events.add(started(new Attempt(beside.attempt(), callee), beside.ring(), context))));
        return new Decision(state, command, events);
    }

    private static AttemptStarted started(Attempt attempt, Duration ring, CallContext context) {
        Callee callee = attempt.callee();
        return new AttemptStarted(
                context.call(), context.at(), attempt.number(), callee.rung(), callee.physician(), ring);
    }

    private static Ring command(Ringing state, List<Announcement> say, CallContext context) {
        Callee callee = state.current().callee();
        Optional<SupportLine> line = context.rota().line(state.line());
        return new Ring(
                say,
                state.current().number(),
                callee.physician(),
                callee.phone(),
                inTime(callee.ring(), state, context),
                Whisper.to(line, state.caller(), callee.relief().isPresent()),
                line.flatMap(known -> known.settings().escalation().secondRungAfter())
                        .flatMap(after -> state.beside()
                                .map(other -> new Beside(
                                        state.current().number() + 1,
                                        other.physician(),
                                        other.phone(),
                                        inTime(other.ring(), state, context),
                                        after))));
    }

    /** A ring ends with the time for the search. */
    private static Duration inTime(Duration ring, Ringing state, CallContext context) {
        Duration time = Duration.between(context.at(), state.until());
        Duration least = time.compareTo(SHORTEST_RING) < 0 ? SHORTEST_RING : time;
        return ring.compareTo(least) < 0 ? ring : Duration.ofSeconds(least.toSeconds());
    }

    private static boolean waits(Ringing state, CallContext context) {
        return state.holds() < MOST_HOLDS
                && context.at().plus(HOLD).plus(SHORTEST_RING).isBefore(state.until())
                && context.rota()
                        .line(state.line())
                        .map(line -> line.settings().escalation())
                        .map(Escalation::whenInCall)
                        .filter(WhenInCall.WAIT::equals)
                        .isPresent();
    }

    private static Decision hold(Ringing state) {
        return new Decision(new Holding(state, 0), holdCommand(state), List.of());
    }

    private static Hold holdCommand(Ringing state) {
        return new Hold(
                List.of(SaidByTheLine.IN_CALL, SaidByTheLine.WAIT_FOR_PHYSICIAN),
                state.current().callee().physician(),
                HOLD);
    }

    /** The same number, as a new attempt. */
    private static Decision ringAgain(Ringing state, CallContext context) {
        return ring(
                new Ringing(
                        state.line(),
                        state.caller(),
                        state.until(),
                        new Attempt(state.nextNumber(), state.current().callee()),
                        Optional.empty(),
                        state.left(),
                        state.holds() + 1,
                        0),
                List.of(),
                context);
    }

    private static Decision callerGone(Ringing state, CallerGone gone, CallContext context) {
        return Farewell.gone(Ending.ABANDONED, gone, context)
                .after(ended(state, new AttemptFinished(0, AttemptResult.CALLER_GONE, 0), context));
    }

    /** Rings the same number again; a switch that is lost for good is led on to the next, so that the call moves. */
    private static Decision unexpected(Ringing state, Observation observation, CallContext context) {
        var lost = new AttemptFinished(0, AttemptResult.UNREACHABLE, 0);
        Decision next = state.repeats() < MOST_REPEATS && context.at().isBefore(state.until())
                ? new Decision(repeated(state), command(state, List.of(), context), List.of())
                : onward(state, lost, context).after(ended(state, lost, context));
        return next.after(context.unexpected(observation, state));
    }

    private static Decision unexpected(Holding state, Observation observation, CallContext context) {
        Decision next = state.repeats() < MOST_REPEATS
                        && context.at().isBefore(state.awaited().until())
                ? new Decision(
                        new Holding(state.awaited(), state.repeats() + 1), holdCommand(state.awaited()), List.of())
                : onward(state.awaited(), state.awaited().left(), context);
        return next.after(context.unexpected(observation, state));
    }

    private static Ringing repeated(Ringing state) {
        return new Ringing(
                state.line(),
                state.caller(),
                state.until(),
                state.current(),
                state.beside(),
                state.left(),
                state.holds(),
                state.repeats() + 1);
    }

    private static CallEvent[] ended(Ringing state, AttemptFinished finished, CallContext context) {
        var events = new ArrayList<CallEvent>();
        int number = state.current().number();
        events.add(new AttemptEnded(context.call(), context.at(), number, finished.result(), finished.cause()));
        finished.beside()
                .filter(result -> state.beside().isPresent())
                .ifPresent(result -> events.add(new AttemptEnded(context.call(), context.at(), number + 1, result, 0)));
        return events.toArray(CallEvent[]::new);
    }

    /**
     * Who presses 2, or is the caller, is busy on every phone: their other numbers are left alone. Who is in another call is not rung on
     * another number either, but may be redialled when the others were tried. Of two who ring together the 1 of one ends the ring of the
     * other, who comes next where that one is cut off moments later.
     */
    private static List<Callee> whoIsLeft(Ringing state, AttemptFinished finished) {
        Callee current = state.current().callee();
        List<Callee> left = without(state.left(), current, finished.result());
        if (state.beside().isEmpty() || finished.beside().isEmpty()) {
            return left;
        }
        Callee beside = state.beside().get();
        AttemptResult its = finished.beside().get();
        List<Callee> others = without(left, beside, its);
        if (finished.result() == AttemptResult.CUT_OFF && its == AttemptResult.NO_ANSWER) {
            return firstOf(beside, others);
        }
        return its == AttemptResult.CUT_OFF && finished.result() == AttemptResult.NO_ANSWER
                ? firstOf(current, others)
                : others;
    }

    private static List<Callee> firstOf(Callee first, List<Callee> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private static List<Callee> without(List<Callee> left, Callee callee, AttemptResult result) {
        return switch (result) {
            case PASSED, IS_CALLING ->
                left.stream()
                        .filter(other -> !other.physician().equals(callee.physician()))
                        .toList();
            case BUSY_ELSEWHERE ->
                left.stream()
                        .dropWhile(other -> other.physician().equals(callee.physician()))
                        .toList();
            case ACCEPTED,
                    NOT_CONFIRMED,
                    NO_ANSWER,
                    BUSY,
                    REFUSED,
                    UNREACHABLE,
                    CALLER_GONE,
                    CUT_OFF,
                    DIVERTED,
                    LOOP,
                    FORBIDDEN,
                    OPERATOR,
                    NO_TRUNK -> left;
        };
    }
}
