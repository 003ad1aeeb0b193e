package fr.appui.dispatch;

import fr.appui.directory.SupportLine;
import fr.appui.directory.WhenNoKey;
import fr.appui.dispatch.CallState.AskingProfile;
import fr.appui.dispatch.CallState.Caller;
import fr.appui.dispatch.Command.AskProfile;
import fr.appui.dispatch.Observation.Arrived;
import fr.appui.dispatch.Observation.AttemptFinished;
import fr.appui.dispatch.Observation.CallerGone;
import fr.appui.dispatch.Observation.KeyPressed;
import fr.appui.dispatch.Observation.NoKey;
import fr.appui.dispatch.Observation.NumberKeyed;
import fr.appui.dispatch.Observation.PutThroughFinished;
import fr.appui.dispatch.Observation.Waited;
import fr.appui.dispatch.OpenLine.Search;
import fr.appui.trace.CallEvent.ProfileChosen;
import fr.appui.trace.Ending;
import fr.appui.trace.Origin;
import fr.appui.trace.Profile;
import java.util.List;
import java.util.Optional;

/**
 * Who is calling (domain §6.3): asked twice at most. A caller who never makes a choice that is understood is let
 * through as unknown, as a nurse whose phone sends no tones must not be shut out, unless the territory sends them to the 15.
 */
final class Gate {

    private static final int MOST_ASKED = 2;

    private Gate() {}

    static Decision decide(AskingProfile state, Observation observation, CallContext context) {
        return switch (observation) {
            case KeyPressed pressed -> keyed(state, pressed.key(), context);
            case NoKey silence -> silent(state, context);
            case CallerGone gone -> Farewell.gone(Ending.ABANDONED, gone, context);
            case Arrived stray -> unexpected(state, stray, context);
            case Waited stray -> unexpected(state, stray, context);
            case AttemptFinished stray -> unexpected(state, stray, context);
            case PutThroughFinished stray -> unexpected(state, stray, context);
            case NumberKeyed stray -> unexpected(state, stray, context);
        };
    }

    /** Whoever heard whom to call about a minor as well had the time of a second menu: 25 s are not exceeded. */
    private static Decision silent(AskingProfile state, CallContext context) {
        boolean longMenu = context.rota()
                .line(state.line())
                .flatMap(line -> context.rota().rules(line).paediatric())
                .isPresent();
        return longMenu ? noChoice(state, context) : again(state, List.of(SaidByTheLine.WHO_IS_CALLING), context);
    }

    private static Decision keyed(AskingProfile state, char key, CallContext context) {
        return switch (key) {
            case '1' -> chosen(state, Profile.PHYSICIAN, context);
            case '2' -> chosen(state, Profile.NURSE, context);
            case '3' -> chosen(state, Profile.EMERGENCY_SERVICES, context);
            case '9' ->
                Farewell.end(Ending.TURNED_AWAY)
                        .after(new ProfileChosen(context.call(), context.at(), Profile.PATIENT_OR_FAMILY));
            default -> again(state, List.of(SaidByTheLine.NOT_UNDERSTOOD, SaidByTheLine.WHO_IS_CALLING), context);
        };
    }

    private static Decision again(AskingProfile state, List<Announcement> say, CallContext context) {
        return state.asked() < MOST_ASKED
                ? new Decision(
                        new AskingProfile(state.line(), state.arrived(), state.asked() + 1),
                        new AskProfile(say),
                        List.of())
                : noChoice(state, context);
    }

    private static Decision noChoice(AskingProfile state, CallContext context) {
        boolean turnsAway = context.rota()
                .line(state.line())
                .map(line -> line.settings().caller().whenNoKey())
                .filter(WhenNoKey.CALL_15::equals)
                .isPresent();
        return turnsAway
                ? Farewell.end(Ending.TURNED_AWAY, List.of(SaidByTheLine.CALL_15, SaidByTheLine.GOODBYE))
                        .after(new ProfileChosen(context.call(), context.at(), Profile.UNKNOWN))
                : chosen(state, Profile.UNKNOWN, context);
    }

    private static Decision chosen(AskingProfile state, Profile profile, CallContext context) {
        var caller = new Caller(Origin.PUBLIC, profile);
        Optional<SupportLine> line = context.rota().line(state.line());
        return line.flatMap(known -> OpenLine.at(known, state.arrived(), context.rota()))
                .map(open -> Ladder.open(
                        open, caller, new Search(state.arrived(), 0), List.of(SaidByTheLine.SCOPE), context))
                .orElseGet(() -> LastResort.nobody(line, Origin.PUBLIC, context)
                        .after(context.degraded(
                                line.isPresent() ? "window-withdrawn-during-call" : "line-withdrawn-during-call")))
                .after(new ProfileChosen(context.call(), context.at(), profile));
    }

    private static Decision unexpected(AskingProfile state, Observation observation, CallContext context) {
        return again(state, List.of(SaidByTheLine.WHO_IS_CALLING), context)
                .after(context.unexpected(observation, state));
    }
}
