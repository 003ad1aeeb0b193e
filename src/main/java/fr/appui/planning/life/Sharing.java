package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Assignment;
import fr.appui.planning.DutyRung;
import fr.appui.planning.RotaProblem;
import fr.appui.rota.DutyDay;
import fr.appui.rota.RotasInForce;
import fr.appui.rota.Substitution.Effect;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What of a duty somebody gives: the parts of it that they hold. Who holds the rest keeps it, and whoever takes is checked
 * against the time they take.
 */
@ApplicationScoped
class Sharing {

    private final RotasInForce rotas;

    Sharing(RotasInForce rotas) {
        this.rotas = rotas;
    }

    /** What a change is checked from: the rota as the giver's, the problem with no more than the time they hold. */
    record Checked(RotaProblem problem, Assignment held) {

        /** As if no more than this time of a date were to hold. */
        Checked between(LocalDate date, Instant start, Instant end) {
            return new Checked(problem.sharing(date, start, end), held);
        }
    }

    /** Unchanged where the giver holds the whole duty, or nothing of it. */
    Checked given(Checked before, LocalDate date, DutyRung rung, PhysicianId giver) {
        List<HeldPart> parts = parts(before.problem().territory(), date, rung, giver);
        return parts.isEmpty()
                ? before
                : new Checked(before.problem(), before.held().with(rung, date, giver))
                        .between(date, parts.getFirst().start(), parts.getLast().end());
    }

    /** Whether any of what they hold is still to come. */
    boolean holds(TerritoryCode territory, LocalDate date, DutyRung rung, PhysicianId physician, Instant now) {
        return parts(territory, date, rung, physician).stream()
                .anyMatch(part -> part.end().isAfter(now));
    }

    /**
     * What acts must say for everything that a giver still holds to change hands.
     *
     * @param giver empty where nobody holds the duty
     * @param from the moment of the change, or an earlier one where the whole duty is to change hands
     */
    List<Effect> effects(
            TerritoryCode territory, LocalDate date, DutyRung rung, Optional<PhysicianId> giver, Instant from) {
        DutyDay day = rotas.days(territory, date, date).getFirst();
        if (giver.isEmpty()) {
            return List.of(effect(day, from, day.window().end()));
        }
        return HeldPart.of(day, rung).stream()
                .filter(part -> giver.equals(Optional.of(part.physician()))
                        && part.end().isAfter(from))
                .map(part -> effect(day, part.start().isAfter(from) ? part.start() : from, part.end()))
                .toList();
    }

    /** Bounds that are the window's own are left to it: they follow a change of hours. */
    private static Effect effect(DutyDay day, Instant from, Instant until) {
        return new Effect(
                Optional.of(from).filter(start -> start.isAfter(day.window().start())),
                Optional.of(until).filter(end -> end.isBefore(day.window().end())));
    }

    private List<HeldPart> parts(TerritoryCode territory, LocalDate date, DutyRung rung, PhysicianId physician) {
        return rotas.days(territory, date, date).stream()
                .flatMap(day -> HeldPart.of(day, rung).stream())
                .filter(part -> part.physician().equals(physician))
                .toList();
    }
}
