package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Assignment;
import fr.appui.planning.DutyRung;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

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

    public record Origin(Kind kind, String author, Instant at) {}

    /** @param bound no rota costs less; equal to the objective when proved */
    public record Proof(long objective, long bound, boolean proved) {}

    public static Draft byHand(TerritoryCode territory, Quarter quarter, Assignment duties, Origin origin) {
        return new Draft(territory, quarter, duties, Assignment.EMPTY, origin, Optional.empty());
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
