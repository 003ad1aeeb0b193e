package fr.appui.dispatch;

import fr.appui.directory.SupportLine;
import fr.appui.dispatch.CallState.Callee;
import fr.appui.dispatch.CallState.Caller;
import fr.appui.dispatch.Observation.Arrived;
import fr.appui.dispatch.OpenLine.Search;
import fr.appui.trace.Origin;
import fr.appui.trace.Profile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An « appel d'essai » goes the way of any call, whatever the hour, to the one number that it was begun for, which it brings as its
 * caller's. Nobody on duty, no neighbour and no other line is ever rung for it.
 */
final class TrialCall {

    private TrialCall() {}

    static Decision begin(SupportLine line, Arrived arrived, CallContext context) {
        List<Callee> rung = arrived.caller().stream()
                .map(number -> new Callee(
                        1, Origin.TEST_NUMBER, number, line.settings().ringTime(1), Optional.empty()))
                .toList();
        var open = new OpenLine(
                line,
                LocalDate.ofInstant(context.at(), context.rota().zone(line)),
                rung.size(),
                rung,
                "appel d’essai, personne d’astreinte n’est appelé");
        return Ladder.open(
                open,
                new Caller(arrived.origin(), Profile.UNKNOWN),
                new Search(context.at(), arrived.attempts()),
                List.of(),
                context);
    }
}
