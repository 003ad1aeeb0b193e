package fr.appui.dispatch;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Relief;
import fr.appui.directory.SupportLine;
import fr.appui.dispatch.CallState.AskingNumber;
import fr.appui.dispatch.CallState.Outlet;
import fr.appui.dispatch.Command.AskNumber;
import fr.appui.dispatch.Observation.Arrived;
import fr.appui.dispatch.Observation.AttemptFinished;
import fr.appui.dispatch.Observation.CallerGone;
import fr.appui.dispatch.Observation.KeyPressed;
import fr.appui.dispatch.Observation.NoKey;
import fr.appui.dispatch.Observation.NumberKeyed;
import fr.appui.dispatch.Observation.PutThroughFinished;
import fr.appui.dispatch.Observation.Waited;
import fr.appui.rota.RotaSnapshot;
import fr.appui.trace.CallEvent.CallBackAsked;
import fr.appui.trace.CallEvent.NobodyReached;
import fr.appui.trace.Destination;
import fr.appui.trace.Ending;
import fr.appui.trace.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** No rung is left: the caller hears so, may ask to be called back, and goes on to the fallback line (domain §6.5). */
final class LastResort {

    private static final int MOST_ASKED = 2;

    /** For the number of who calls and the lines after it, from when the search for a physician was given up. */
    static final Duration LONGEST = Duration.ofMinutes(4);

    private LastResort() {}

    /**
     * A call never goes back to who sent it: what a SAMU or SAS transferred is put through to no SAMU, and no number to call back
     * is asked for (domain §12).
     *
     * @param line empty when it was withdrawn during the call
     */
    static Decision nobody(Optional<SupportLine> line, Origin origin, CallContext context) {
        List<Outlet> lines =
                line.map(known -> lines(known, context.at(), context.rota())).orElse(List.of());
        Instant until = context.at().plus(LONGEST);
        var nobody = new NobodyReached(context.call(), context.at());
        return switch (origin) {
            case PUBLIC ->
                new Decision(
                        new AskingNumber(1, until, lines),
                        new AskNumber(List.of(SaidByTheLine.NOBODY, SaidByTheLine.KEY_YOUR_NUMBER)),
                        List.of(nobody));
            case TRIAL -> Farewell.end(Ending.NOT_REACHED, List.of()).after(nobody);
            case SAMU, SAS -> {
                List<Outlet> others = lines.stream()
                        .filter(outlet -> outlet.destination() != Destination.SAMU)
                        .toList();
                yield OtherLine.tryNext(List.of(SaidByTheLine.NOBODY), others, until, context)
                        .after(nobody);
            }
        };
    }

    /** The relief line of the hour, the fallback, then the SAMU where the territory says so; no number twice, and the SAMU's is the SAMU. */
    private static List<Outlet> lines(SupportLine line, Instant at, RotaSnapshot rota) {
        var lines = new ArrayList<Outlet>();
        relief(line, at, rota, false).ifPresent(lines::add);
        line.settings().fallback().ifPresent(number -> lines.add(new Outlet(Destination.FALLBACK_LINE, number)));
        Optional<PhoneNumber> samu = line.settings().escalation().samu();
        samu.ifPresent(number -> lines.add(new Outlet(Destination.SAMU, number)));
        var numbers = new HashSet<PhoneNumber>();
        var destinations = EnumSet.noneOf(Destination.class);
        return lines.stream()
                .map(outlet -> samu.filter(outlet.number()::equals).isEmpty()
                        ? outlet
                        : new Outlet(Destination.SAMU, outlet.number()))
                .filter(outlet -> numbers.add(outlet.number()) && destinations.add(outlet.destination()))
                .toList();
    }

    /** @param whenClosed whether it must be one that takes over outside the hours */
    static Optional<Outlet> relief(SupportLine line, Instant at, RotaSnapshot rota, boolean whenClosed) {
        LocalDateTime local = LocalDateTime.ofInstant(at, rota.zone(line));
        return line.settings().escalation().reliefs().stream()
                .filter(Relief.Line.class::isInstance)
                .map(Relief.Line.class::cast)
                .filter(other -> other.terms().apply(local))
                .filter(other -> !whenClosed || other.terms().whenClosed())
                .findFirst()
                .map(other -> new Outlet(Destination.RELIEF_LINE, other.number()));
    }

    static Decision decide(AskingNumber state, Observation observation, CallContext context) {
        return switch (observation) {
            case NumberKeyed keyed when keyed.number().isPresent() -> noted(state, keyed, context);
            case NumberKeyed nothing -> again(state, context);
            case NoKey nothing -> again(state, context);
            case CallerGone gone -> Farewell.gone(Ending.ABANDONED, gone, context);
            case Arrived stray -> unexpected(state, stray, context);
            case Waited stray -> unexpected(state, stray, context);
            case KeyPressed stray -> unexpected(state, stray, context);
            case AttemptFinished stray -> unexpected(state, stray, context);
            case PutThroughFinished stray -> unexpected(state, stray, context);
        };
    }

    private static Decision noted(AskingNumber state, NumberKeyed keyed, CallContext context) {
        return onward(state, List.of(SaidByTheLine.CALL_BACK_NOTED), context)
                .after(new CallBackAsked(context.call(), context.at(), keyed.number()));
    }

    private static Decision again(AskingNumber state, CallContext context) {
        return state.asked() < MOST_ASKED && context.at().isBefore(state.until())
                ? new Decision(
                        new AskingNumber(state.asked() + 1, state.until(), state.lines()),
                        new AskNumber(List.of(SaidByTheLine.NOT_UNDERSTOOD, SaidByTheLine.KEY_YOUR_NUMBER)),
                        List.of())
                : onward(state, List.of(), context);
    }

    private static Decision onward(AskingNumber state, List<Announcement> say, CallContext context) {
        return OtherLine.tryNext(say, state.lines(), state.until(), context);
    }

    private static Decision unexpected(AskingNumber state, Observation observation, CallContext context) {
        return again(state, context).after(context.unexpected(observation, state));
    }
}
