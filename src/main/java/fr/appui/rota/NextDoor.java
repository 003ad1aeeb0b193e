package fr.appui.rota;

import fr.appui.directory.Relief;
import fr.appui.directory.SupportLine;
import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is on duty for a neighbouring territory that takes over for a line. */
public record NextDoor(TerritoryCode territory, OnDuty.Open duty) {

    /**
     * The neighbours of a line that take over at an instant, in order; without those that are closed, have no line, or
     * nobody on their rota.
     *
     * @param whenClosed whether only those count that take over outside the line's own hours
     */
    public static List<NextDoor> of(SupportLine line, Instant at, RotaSnapshot rota, boolean whenClosed) {
        LocalDateTime local = LocalDateTime.ofInstant(at, rota.zone(line));
        return line.settings().escalation().reliefs().stream()
                .filter(Relief.Neighbour.class::isInstance)
                .map(Relief.Neighbour.class::cast)
                .filter(neighbour -> neighbour.terms().apply(local))
                .filter(neighbour -> !whenClosed || neighbour.terms().whenClosed())
                .flatMap(neighbour -> onDuty(neighbour.territory(), at, rota).stream())
                .filter(next -> !next.territory().equals(line.territory()))
                .distinct()
                .toList();
    }

    /**
     * Until when those who take over for a line, neighbours and other lines, and who is on duty at each neighbour, certainly are the
     * same; that instant itself where of one of them nothing is known, the end of time where nobody takes over by the hour.
     */
    public static Instant sameUntil(SupportLine line, Instant at, RotaSnapshot rota) {
        return line.settings().escalation().reliefs().stream()
                .flatMap(relief -> Stream.concat(
                        relief.terms().sameUntil(at, rota.zone(line)).stream(),
                        relief instanceof Relief.Neighbour neighbour
                                ? rota.lineOf(neighbour.territory()).map(next -> rota.sameUntil(next, at)).stream()
                                : Stream.empty()))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** A neighbour whose line was joined to another's takes over through that one. */
    private static Optional<NextDoor> onDuty(TerritoryCode territory, Instant at, RotaSnapshot rota) {
        return rota.lineOf(territory)
                .map(line -> rota.line(line.number(), at).orElse(line))
                .flatMap(line -> rota.onDuty(line, at) instanceof OnDuty.Open open
                                && !open.ladder().isEmpty()
                        ? Optional.of(new NextDoor(line.territory(), open))
                        : Optional.empty());
    }
}
