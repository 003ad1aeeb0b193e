package fr.appui.indicators;

import fr.appui.calendar.DutyWindow;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.DutyDay;
import fr.appui.rota.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One window and who answered for it at one rung, as it was really held: a takeover in mid-duty makes two holds. What is counted
 * and paid by the flat rate is the first rung (domain §5: one flat rate a day); back-up rungs are told apart.
 *
 * @param holds in any order; where two overlap, the time is the earlier holder's, so that nobody is paid twice for a minute
 */
public record HeldWindow(TerritoryCode territory, DutyWindow window, List<Hold> holds) {

    /** Half-open. */
    public record Hold(PhysicianId physician, Instant from, Instant to) {
        public Hold {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("tenue d’astreinte : la fin doit suivre le début");
            }
        }
    }

    public HeldWindow {
        holds = holds.stream()
                .sorted(Comparator.comparing(Hold::from).thenComparing(Hold::to).thenComparing(Hold::physician))
                .toList();
    }

    /** What the rota says was held: the first rung of each stretch, withdrawn holders left out. */
    public static HeldWindow of(TerritoryCode territory, DutyDay day) {
        return of(territory, day, 1);
    }

    /** The rungs behind the first that anybody held. */
    public static List<HeldWindow> backUps(TerritoryCode territory, DutyDay day) {
        return IntStream.rangeClosed(2, Slot.MOST_RUNGS)
                .mapToObj(rung -> of(territory, day, rung))
                .filter(rung -> !rung.holds().isEmpty())
                .toList();
    }

    private static HeldWindow of(TerritoryCode territory, DutyDay day, int rung) {
        List<Hold> holds = day.stretches().stream()
                .flatMap(stretch -> stretch.holdings().stream()
                        .filter(holding -> holding.rung() == rung)
                        .flatMap(holding -> holding.physician().stream())
                        .map(physician -> new Hold(physician, stretch.start(), stretch.end())))
                .toList();
        return new HeldWindow(territory, day.window(), holds);
    }

    public static HeldWindow whole(TerritoryCode territory, DutyWindow window, PhysicianId physician) {
        return new HeldWindow(territory, window, List.of(new Hold(physician, window.start(), window.end())));
    }

    public static HeldWindow byNobody(TerritoryCode territory, DutyWindow window) {
        return new HeldWindow(territory, window, List.of());
    }

    /** The duty's name in lists of what a figure counted: {@code HDF-OISE/2026-03-09}. */
    public String id() {
        return territory + "/" + window.date();
    }

    /** The holds cut to the window and to one another: no minute belongs to two people. */
    public List<Hold> disjoint() {
        List<Hold> cut = new ArrayList<>();
        Instant reached = window.start();
        for (Hold hold : holds) {
            Instant from = hold.from().isBefore(reached) ? reached : hold.from();
            Instant to = hold.to().isAfter(window.end()) ? window.end() : hold.to();
            if (from.isBefore(to)) {
                cut.add(new Hold(hold.physician(), from, to));
                reached = to;
            }
        }
        return List.copyOf(cut);
    }

    /** Time held by each, in the order they took over. */
    public Map<PhysicianId, Duration> timeHeld() {
        Map<PhysicianId, Duration> held = new LinkedHashMap<>();
        disjoint()
                .forEach(
                        hold -> held.merge(hold.physician(), Duration.between(hold.from(), hold.to()), Duration::plus));
        return held;
    }

    public Duration length() {
        return Duration.between(window.start(), window.end());
    }

    /** The part of the window that nobody held. */
    public Duration uncovered() {
        return timeHeld().values().stream().reduce(length(), Duration::minus);
    }

    /** The part of this duty one physician held: 1 for the whole of it. */
    public double share(PhysicianId physician) {
        return timeHeld().getOrDefault(physician, Duration.ZERO).toMillis() / (double) length().toMillis();
    }
}
