package fr.appui.rota;

import static java.util.stream.Collectors.joining;

import fr.appui.directory.PhysicianId;
import fr.appui.french.FrenchDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who holds a slot when several facts speak of it. This is the only place that decides it; the first that applies wins:
 *
 * <ol>
 *   <li><b>closed</b>: outside the window nobody is on duty, whatever else is written ({@link DutyDay});
 *   <li><b>history</b>: what was written down afterwards as having really happened;
 *   <li><b>the latest act in force</b>, an override or a swap alike: who agrees to a swap after an override holds the duty;
 *   <li><b>published rota</b>, its highest version;
 *   <li><b>territory fallback</b>: nobody holds any rung, so the line's own fallback number is tried.
 * </ol>
 *
 * Between two histories the later recorded wins. An act counts only within its moment of effect, so that a takeover
 * in mid-duty leaves what came before as it was.
 *
 * <p>Who holds a slot is one thing, who is rung first another: somebody held by an astreinte that keeps priority, or who did not
 * confirm that they are there, is rung after the others, and stays on the ladder, for nobody else may answer.
 */
final class Precedence {

    static final String FALLBACK = "Aucun médecin n’est au planning : seule reste la ligne de secours du territoire.";

    private static final Comparator<Substitution> WEAKEST_FIRST = Comparator.comparing(
                    (Substitution substitution) -> substitution.kind() == Substitution.Kind.HISTORY)
            .thenComparing(substitution -> substitution.act().at())
            .thenComparing(Substitution::id);

    private Precedence() {}

    /** @param about the acts recorded on this very slot */
    static Optional<Holding> holder(
            int rung, Instant at, List<Substitution> about, Optional<Holding> published, ZoneId zone) {
        return about.stream()
                .filter(act -> act.effect().includes(at))
                .max(WEAKEST_FIRST)
                .map(act -> new Holding(rung, act.physician(), sourceOf(act.kind()), reasonOf(act, zone)))
                .or(() -> published);
    }

    /** Those of these acts that no stronger one on the same slot covers wholly. */
    static List<Substitution> inForce(List<Substitution> acts) {
        return acts.stream()
                .filter(act -> acts.stream()
                        .noneMatch(other -> other.slot().equals(act.slot())
                                && WEAKEST_FIRST.compare(act, other) < 0
                                && other.effect().covers(act.effect())))
                .toList();
    }

    static Holding published(Duty duty, PublishedRota rota) {
        return new Holding(
                duty.rung(),
                Optional.of(duty.physician()),
                Holding.Source.PUBLISHED,
                "Planning du " + rota.quarter().label() + ", version " + rota.version() + ".");
    }

    /** @param busy who is rung after the others at this moment */
    static List<Rung> inOrderOfRinging(List<Rung> ladder, Predicate<PhysicianId> busy) {
        return Stream.concat(
                        ladder.stream().filter(rung -> !busy.test(rung.physician())),
                        ladder.stream().filter(rung -> busy.test(rung.physician())))
                .toList();
    }

    /** Why the order is not that of the rungs; empty when it is. */
    static String whyInThatOrder(List<Rung> ladder, Function<PhysicianId, Optional<RotaFacts.Busy>> busy) {
        return ladder.stream()
                .flatMap(rung -> busy.apply(rung.physician()).stream()
                        .map(spell -> " Le rang " + rung.position()
                                + (spell.unconfirmed()
                                        ? " n’a pas confirmé sa présence, et garde l’astreinte : il est appelé "
                                        : " est occupé par une astreinte prioritaire : il est appelé ")))
                .map(why ->
                        why + (ladder.size() > 1 ? "en dernier." : "quand même, personne d’autre n’étant au planning."))
                .collect(joining());
    }

    private static Holding.Source sourceOf(Substitution.Kind kind) {
        return switch (kind) {
            case HISTORY -> Holding.Source.HISTORY;
            case OVERRIDE -> Holding.Source.OVERRIDE;
            case SWAP -> Holding.Source.SWAP;
        };
    }

    private static String reasonOf(Substitution act, ZoneId zone) {
        LocalDate date = LocalDate.ofInstant(act.act().at(), zone);
        return act.kind().label() + " le " + FrenchDate.of(date) + " : "
                + act.act().reason();
    }
}
