package fr.appui.web.rotas;

import fr.appui.calendar.DutyWindow;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.DutyRung;
import fr.appui.planning.life.HeldPart;
import fr.appui.planning.life.HeldRota;
import fr.appui.web.page.FrenchText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who holds one rung of one date, in turn: what calls are decided from, never who holds most of it.
 *
 * @param turns by time; together they are the whole window
 */
public record DutyRelay(List<Turn> turns) {

    /** @param physician empty where nobody holds it */
    record Turn(Optional<PhysicianId> physician, String name, ZonedDateTime start, ZonedDateTime end) {

        private boolean isHeld() {
            return physician.isPresent();
        }
    }

    public DutyRelay {
        turns = List.copyOf(turns);
    }

    /** @param parts of any date and rung */
    static DutyRelay of(
            DutyWindow window, DutyRung rung, List<HeldPart> parts, Function<PhysicianId, String> names, ZoneId zone) {
        var turns = new ArrayList<Turn>();
        Instant until = window.start();
        for (HeldPart part : parts) {
            if (part.date().equals(window.date()) && part.rung() == HeldRota.number(rung)) {
                addNobody(turns, until, part.start(), zone);
                turns.add(new Turn(
                        Optional.of(part.physician()),
                        names.apply(part.physician()),
                        part.start().atZone(zone),
                        part.end().atZone(zone)));
                until = part.end();
            }
        }
        addNobody(turns, until, window.end(), zone);
        return new DutyRelay(turns);
    }

    private static void addNobody(List<Turn> turns, Instant from, Instant to, ZoneId zone) {
        if (from.isBefore(to)) {
            turns.add(new Turn(Optional.empty(), "personne", from.atZone(zone), to.atZone(zone)));
        }
    }

    boolean isShared() {
        return turns.size() > 1;
    }

    /** Whether somebody holds each moment of it. */
    boolean isWhole() {
        return turns.stream().allMatch(Turn::isHeld);
    }

    boolean isHeldBy(PhysicianId physician) {
        return turns.stream().anyMatch(turn -> turn.physician().equals(Optional.of(physician)));
    }

    List<PhysicianId> people() {
        return turns.stream()
                .flatMap(turn -> turn.physician().stream())
                .distinct()
                .toList();
    }

    /** What of it is still to come, or under way. */
    List<Turn> ahead(Instant now) {
        return turns.stream()
                .filter(turn -> turn.end().toInstant().isAfter(now))
                .toList();
    }

    /** {@code Dr Acacia jusqu’à 3 h 19}, then {@code Dr If}; empty where nobody holds any of it. */
    public List<String> lines() {
        if (turns.stream().noneMatch(Turn::isHeld)) {
            return List.of();
        }
        return IntStream.range(0, turns.size())
                .mapToObj(i -> turns.get(i).name()
                        + (i + 1 < turns.size()
                                ? " jusqu’à "
                                        + FrenchText.timeOfDay(turns.get(i).end())
                                : ""))
                .toList();
    }

    /** {@code de 18 h à 3 h 19} for each of somebody's turns. */
    String hoursOf(PhysicianId physician) {
        return turns.stream()
                .filter(turn -> turn.physician().equals(Optional.of(physician)))
                .map(turn -> "de " + FrenchText.timeOfDay(turn.start()) + " à " + FrenchText.timeOfDay(turn.end()))
                .collect(Collectors.joining(" et "));
    }

    /** Who is or will be on duty, from now on: what an act left. */
    public String said(LocalDate date, Instant now) {
        List<Turn> ahead = ahead(now);
        boolean begun = !turns.getFirst().start().toInstant().isAfter(now);
        String when = begun ? "" : FrenchText.day(date) + ", ";
        return ahead.stream()
                .map(turn ->
                        turn.name() + (turn.isHeld() ? " est" : " n’est") + " d’astreinte " + when + hours(turn, now))
                .collect(Collectors.joining(" ; "));
    }

    private static String hours(Turn turn, Instant now) {
        String until = FrenchText.timeOfDay(turn.end());
        return turn.start().toInstant().isAfter(now)
                ? "de " + FrenchText.timeOfDay(turn.start()) + " à " + until
                : "jusqu’à " + until;
    }
}
