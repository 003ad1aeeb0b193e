package fr.appui.dispatch;

import fr.appui.directory.SupportLine;
import fr.appui.dispatch.CallState.Callee;
import fr.appui.rota.NextDoor;
import fr.appui.rota.OnDuty;
import fr.appui.rota.RotaSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A line at which somebody can be rung, with all who may be, in order: its own ladder, then those of the neighbours that
 * take over at this hour. A line that is closed is open all the same where a neighbour takes its callers then.
 *
 * @param rungs of its own ladder, 0 where nobody is rostered
 * @param reason French, from the rota
 */
record OpenLine(SupportLine line, LocalDate dutyDate, int rungs, List<Callee> callees, String reason) {

    OpenLine {
        callees = List.copyOf(callees);
    }

    static Optional<OpenLine> at(SupportLine line, Instant at, RotaSnapshot rota) {
        return switch (rota.onDuty(line, at)) {
            case OnDuty.Open own -> {
                Callees callees = new Callees(line.settings()).own(own.ladder());
                NextDoor.of(line, at, rota, false)
                        .forEach(neighbour -> callees.relief(
                                neighbour.territory(), neighbour.duty().ladder()));
                yield Optional.of(
                        new OpenLine(line, own.window().date(), own.ladder().size(), callees.inOrder(), own.reason()));
            }
            case OnDuty.Closed closed -> pooled(line, at, rota);
        };
    }

    private static Optional<OpenLine> pooled(SupportLine line, Instant at, RotaSnapshot rota) {
        List<NextDoor> neighbours = NextDoor.of(line, at, rota, true);
        if (neighbours.isEmpty()) {
            return Optional.empty();
        }
        Callees callees = new Callees(line.settings());
        neighbours.forEach(neighbour ->
                callees.relief(neighbour.territory(), neighbour.duty().ladder()));
        NextDoor first = neighbours.getFirst();
        return Optional.of(new OpenLine(
                line,
                first.duty().window().date(),
                first.duty().ladder().size(),
                callees.inOrder(),
                "Hors des heures de la ligne, relais par le territoire " + first.territory() + "."));
    }

    /** Attempts go on counting where the call is not rung for the first time. */
    record Search(Instant arrived, int attempts) {}
}
