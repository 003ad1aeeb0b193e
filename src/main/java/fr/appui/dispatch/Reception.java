package fr.appui.dispatch;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import fr.appui.dispatch.CallState.Arriving;
import fr.appui.dispatch.CallState.AskingProfile;
import fr.appui.dispatch.CallState.Caller;
import fr.appui.dispatch.CallState.Finished;
import fr.appui.dispatch.Command.AskProfile;
import fr.appui.dispatch.Command.HangUp;
import fr.appui.dispatch.Observation.Arrived;
import fr.appui.dispatch.Observation.AttemptFinished;
import fr.appui.dispatch.Observation.CallerGone;
import fr.appui.dispatch.Observation.KeyPressed;
import fr.appui.dispatch.Observation.NoKey;
import fr.appui.dispatch.Observation.NumberKeyed;
import fr.appui.dispatch.Observation.PutThroughFinished;
import fr.appui.dispatch.Observation.Waited;
import fr.appui.dispatch.OpenLine.Search;
import fr.appui.rota.OnDuty;
import fr.appui.trace.CallEvent.ProfileChosen;
import fr.appui.trace.CallEvent.Received;
import fr.appui.trace.Ending;
import fr.appui.trace.Origin;
import fr.appui.trace.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A call comes in: which line, is it open, who needs to be asked who they are (domain §6.1–6.3). */
final class Reception {

    private static final int LONGEST_DIALLED = 32;

    private Reception() {}

    static Decision decide(Arriving state, Observation observation, CallContext context) {
        return switch (observation) {
            case Arrived arrived -> arrived(arrived, context);
            case CallerGone gone -> Farewell.gone(Ending.ABANDONED, gone, context);
            case KeyPressed lost -> lost(state, lost, context);
            case NoKey lost -> lost(state, lost, context);
            case Waited lost -> lost(state, lost, context);
            case AttemptFinished lost -> lost(state, lost, context);
            case PutThroughFinished lost -> lost(state, lost, context);
            case NumberKeyed lost -> lost(state, lost, context);
        };
    }

    private static Decision arrived(Arrived arrived, CallContext context) {
        Optional<SupportLine> line = PhoneNumber.tryParse(arrived.dialled())
                .flatMap(dialled -> context.rota().line(dialled, context.at()));
        var received = new Received(
                context.call(),
                context.at(),
                digits(arrived.dialled()),
                line.map(SupportLine::territory),
                arrived.origin(),
                arrived.caller());
        return line.map(known -> onLine(known, arrived, context))
                .orElseGet(() -> Farewell.end(Ending.UNKNOWN_LINE))
                .after(received);
    }

    private static Decision onLine(SupportLine line, Arrived arrived, CallContext context) {
        if (!arrived.origin().counts()) {
            return TrialCall.begin(line, arrived, context);
        }
        return OpenLine.at(line, context.at(), context.rota())
                .map(open -> open(open, arrived, context))
                .orElseGet(() -> closed(line, arrived, context));
    }

    private static Decision closed(SupportLine line, Arrived arrived, CallContext context) {
        return switch (context.rota().onDuty(line, context.at())) {
            case OnDuty.Closed closed ->
                OutOfHours.tell(line, PhoneNumber.tryParse(arrived.dialled()).orElse(line.number()), closed, context);
            case OnDuty.Open open -> LastResort.nobody(Optional.of(line), arrived.origin(), context);
        };
    }

    private static Decision open(OpenLine open, Arrived arrived, CallContext context) {
        Origin origin = arrived.origin();
        return switch (origin) {
            case SAMU, SAS ->
                straightOn(
                        open,
                        new Caller(origin, Profile.EMERGENCY_SERVICES, arrived.house()),
                        arrived,
                        List.of(),
                        context);
            case PUBLIC, TRIAL ->
                open.line().settings().asksProfile()
                        ? ask(open.line(), context)
                        : straightOn(
                                open,
                                new Caller(origin, Profile.UNKNOWN),
                                arrived,
                                List.of(SaidByTheLine.WELCOME, SaidByTheLine.SCOPE),
                                context);
        };
    }

    /** Whom to call about a minor comes last: a key is taken at any moment. */
    private static Decision ask(SupportLine line, CallContext context) {
        var say = new ArrayList<Announcement>(List.of(SaidByTheLine.WELCOME, SaidByTheLine.WHO_IS_CALLING));
        say.addAll(Announcement.children(context.rota().rules(line).paediatric()));
        return new Decision(new AskingProfile(line.number(), context.at(), 1), new AskProfile(say), List.of());
    }

    private static Decision straightOn(
            OpenLine open, Caller caller, Arrived arrived, List<Announcement> say, CallContext context) {
        return Ladder.open(open, caller, new Search(context.at(), arrived.attempts()), say, context)
                .after(new ProfileChosen(context.call(), context.at(), caller.profile()));
    }

    /** Without a line nobody can be rung: the caller is told, and pointed to the 15. */
    private static Decision lost(Arriving state, Observation observation, CallContext context) {
        return new Decision(
                new Finished(Ending.FAILED),
                new HangUp(List.of(SaidByTheLine.TECHNICAL_ERROR)),
                List.of(context.unexpected(observation, state)));
    }

    private static String digits(String dialled) {
        String digits = dialled.replaceAll("\\D", "");
        return digits.substring(0, Math.min(digits.length(), LONGEST_DIALLED));
    }
}
