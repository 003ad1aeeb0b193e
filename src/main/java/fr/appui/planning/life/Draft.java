package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Assignment;
import fr.appui.planning.DutyRung;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rota under work, at most one for each territory and quarter. Nobody is on duty by a draft.
 *
 * @param fixed the part of {@code duties} that the coordinator decided: the next generation keeps it
 * @param proof what the search said of it; none once it was edited
 */
public record Draft(
        TerritoryCode territory,
        Quarter quarter,
        Assignment duties,
        Assignment fixed,
        Origin origin,
        Optional<Proof> proof) {

    public enum Kind {
        GENERATED,
        IMPORTED,
        /** Begun by hand, from nothing or from what is published. */
        MANUAL
    }

    /** @param at when it was made, or last took over what is held: what it was decided on */
    public record Origin(Kind kind, String author, Instant at) {}

    /** @param bound no rota costs less; equal to the objective when proved */
    public record Proof(long objective, long bound, boolean proved) {}

    /** Those whom it puts on duty. */
    Set<PhysicianId> physicians() {
        return Stream.of(DutyRung.values())
                .flatMap(rung -> duties.on(rung).values().stream())
                .collect(Collectors.toSet());
    }

    public static Draft byHand(TerritoryCode territory, Quarter quarter, Assignment duties, Origin origin) {
        return new Draft(territory, quarter, duties, Assignment.EMPTY, origin, Optional.empty());
    }

    /** Decided on what is held at this moment. Another rota than the one found is not the one that was proved. */
    Draft onto(Assignment rebased, Instant now) {
        Optional<Proof> still = rebased.equals(duties) ? proof : Optional.empty();
        return new Draft(territory, quarter, rebased, fixed, new Origin(origin.kind(), origin.author(), now), still);
    }

    /** Somebody placed by hand: fixed from now on. */
    public Draft placing(DutyRung rung, LocalDate date, PhysicianId physician) {
        return new Draft(
                territory,
                quarter,
                duties.with(rung, date, physician),
                fixed.with(rung, date, physician),
                origin,
                Optional.empty());
    }

    public Draft freeing(DutyRung rung, LocalDate date) {
        return new Draft(
                territory, quarter, duties.without(rung, date), fixed.without(rung, date), origin, Optional.empty());
    }
}
