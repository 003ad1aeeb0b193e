package fr.appui.telephony;

import fr.appui.dispatch.CallState;
import fr.appui.dispatch.CallState.PuttingThrough;
import fr.appui.dispatch.Decision;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallEvent.AttemptStarted;
import fr.appui.trace.CallEvent.Degraded;
import fr.appui.trace.CallEvent.FoundClosed;
import fr.appui.trace.CallEvent.LadderOpened;
import fr.appui.trace.CallEvent.NobodyReached;
import fr.appui.trace.CallEvent.ProfileChosen;
import fr.appui.trace.CallEvent.PutThrough;
import fr.appui.trace.Ending;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a decision records, written for the dialplan to state in CEL (APPUI_DECIDED): the call can then be rebuilt from the
 * switch alone, should the service die between its answer and the journal. Holds no name and no phone number.
 */
final class Facts {

    private Facts() {}

    static String of(Decision decision) {
        return Stream.concat(decision.events().stream().flatMap(Facts::fact), leadsTo(decision.next()).stream())
                .collect(Collectors.joining(Wire.FACTS));
    }

    /** What the dialplan states itself, in both modes, is not repeated. */
    private static Stream<String> fact(CallEvent event) {
        return switch (event) {
            case ProfileChosen chosen -> Stream.of(Wire.fields("profile", chosen.profile()));
            case FoundClosed closed ->
                Stream.of(Wire.fields(
                        "closed", closed.nextOpening().map(Object::toString).orElse("")));
            case LadderOpened opened -> Stream.of(Wire.fields("ladder", opened.dutyDate(), opened.rungs()));
            case AttemptStarted started ->
                Stream.of(Wire.fields(
                        "attempt-started",
                        started.attempt(),
                        started.rung(),
                        started.physician(),
                        started.ring().toSeconds()));
            case CallEvent.ReliefCalled relief -> Stream.of(Wire.fields("relief", relief.territory()));
            case CallEvent.Transferred seen -> Stream.empty();
            case CallEvent.SamuAsked seen -> Stream.empty();
            case CallEvent.SamuJoined seen -> Stream.empty();
            case CallEvent.SamuLeft seen -> Stream.empty();
            case NobodyReached nobody -> Stream.of(Wire.fields("nobody"));
            case PutThrough through -> Stream.of(Wire.fields("put-through", through.destination()));
            case Degraded degraded -> Stream.of(Wire.fields("degraded", degraded.problem()));
            case CallEvent.Received seen -> Stream.empty();
            case CallEvent.CallBackAsked seen -> Stream.empty();
            case CallEvent.CallBackStarted seen -> Stream.empty();
            case CallEvent.CallBackJoined seen -> Stream.empty();
            case CallEvent.CallBackEnded seen -> Stream.empty();
            case CallEvent.CallBackClosed later -> Stream.empty();
            case CallEvent.Alerted later -> Stream.empty();
            case CallEvent.AttemptEnded seen -> Stream.empty();
            case CallEvent.PutThroughEnded seen -> Stream.empty();
            case CallEvent.Bridged seen -> Stream.empty();
            case CallEvent.Unbridged seen -> Stream.empty();
            case CallEvent.Ended seen -> Stream.empty();
        };
    }

    private static Optional<String> leadsTo(CallState next) {
        Optional<Ending> ending = switch (next) {
            case CallState.Finished finished -> Optional.of(finished.ending());
            case PuttingThrough through -> Optional.empty();
            case CallState.Arriving arriving -> Optional.empty();
            case CallState.AskingProfile asking -> Optional.empty();
            case CallState.AskingNumber asking -> Optional.empty();
            case CallState.Ringing ringing -> Optional.empty();
            case CallState.Holding holding -> Optional.empty();
        };
        return ending.map(known -> Wire.fields("finished", known));
    }
}
