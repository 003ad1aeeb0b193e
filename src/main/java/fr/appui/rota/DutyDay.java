package fr.appui.rota;

import static java.util.stream.Collectors.joining;

import fr.appui.calendar.DutyWindow;
import fr.appui.directory.PhysicianId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One date's window with everything that says who holds it. Who does, when, and for how long is read off {@link #stretches}.
 *
 * @param zone in which reasons write their dates
 * @param rota the quarter's version in force, when one is published
 * @param substitutions those of this territory and date; others are ignored, and so is what no person decided
 */
public record DutyDay(DutyWindow window, ZoneId zone, Optional<PublishedRota> rota, List<Substitution> substitutions) {

    /** Part of a window during which the same people are on duty. @param holdings by rung */
    public record Stretch(Instant start, Instant end, List<Holding> holdings) {
        public Stretch {
            holdings = List.copyOf(holdings);
        }

        /** Those who can be rung, by rung; somebody who holds two rungs is rung once. */
        public List<Holding> ladder() {
            Set<PhysicianId> seen = new HashSet<>();
            return holdings.stream()
                    .filter(holding -> holding.physician().filter(seen::add).isPresent())
                    .toList();
        }

        /** Why these people: one sentence where they all have the same reason, else one for each rung. */
        public String reason() {
            List<Holding> ladder = ladder();
            if (ladder.isEmpty()) {
                return Stream.concat(holdings.stream().map(Holding::reason), Stream.of(Precedence.FALLBACK))
                        .distinct()
                        .collect(joining(" "));
            }
            return ladder.stream().map(Holding::reason).distinct().count() == 1
                    ? ladder.getFirst().reason()
                    : ladder.stream()
                            .map(holding -> "Rang " + holding.rung() + " : " + holding.reason())
                            .collect(joining(" "));
        }
    }

    public DutyDay {
        substitutions = substitutions.stream()
                .filter(act ->
                        act.slot().date().equals(window.date()) && act.act().isAPersons())
                .toList();
    }

    /** In order; together they are exactly the window. */
    public List<Stretch> stretches() {
        List<Instant> bounds = List.copyOf(bounds());
        List<Duty> published = published();
        return IntStream.range(0, bounds.size() - 1)
                .mapToObj(i -> new Stretch(bounds.get(i), bounds.get(i + 1), holdingsAt(bounds.get(i), published)))
                .toList();
    }

    /** The stretch that an instant of the window falls in. */
    public Optional<Stretch> at(Instant t) {
        return stretches().stream()
                .filter(stretch -> !t.isBefore(stretch.start()) && t.isBefore(stretch.end()))
                .findFirst();
    }

    private TreeSet<Instant> bounds() {
        var bounds = new TreeSet<>(List.of(window.start(), window.end()));
        for (Substitution act : substitutions) {
            act.effect().from().filter(window::contains).ifPresent(bounds::add);
            act.effect().until().filter(window::contains).ifPresent(bounds::add);
        }
        return bounds;
    }

    private List<Holding> holdingsAt(Instant t, List<Duty> published) {
        var holdings = new ArrayList<Holding>();
        for (int rung = 1; rung <= Slot.MOST_RUNGS; rung++) {
            Precedence.holder(rung, t, about(rung), published(rung, published), zone)
                    .ifPresent(holdings::add);
        }
        return holdings;
    }

    private List<Substitution> about(int rung) {
        return substitutions.stream().filter(act -> act.slot().rung() == rung).toList();
    }

    /** Looked up once for all rungs and stretches: a quarter's duties are many. */
    private List<Duty> published() {
        return rota.map(version -> version.duties().stream()
                        .filter(duty -> duty.date().equals(window.date()))
                        .toList())
                .orElse(List.of());
    }

    private Optional<Holding> published(int rung, List<Duty> duties) {
        return rota.flatMap(version -> duties.stream()
                .filter(duty -> duty.rung() == rung)
                .findFirst()
                .map(duty -> Precedence.published(duty, version)));
    }
}
