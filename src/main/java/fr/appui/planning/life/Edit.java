package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.DutyRung;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One change by hand.
 *
 * @param physician empty to leave the date to nobody
 * @param from a moment within the duty, for somebody who takes over; empty for the whole duty
 * @param derogation whether the quota may be exceeded, for the reason given with the act
 * @param seen the {@link RotaView#stamp} of what its author had read; empty where they say nothing of it
 */
public record Edit(
        LocalDate date,
        DutyRung rung,
        Optional<PhysicianId> physician,
        Optional<Instant> from,
        boolean derogation,
        OptionalLong seen) {

    /** The latest act on it is to be undone. */
    public static Edit undoing(LocalDate date, DutyRung rung, boolean derogation, OptionalLong seen) {
        return new Edit(date, rung, Optional.empty(), Optional.empty(), derogation, seen);
    }

    public static Edit placing(LocalDate date, PhysicianId physician) {
        return new Edit(date, DutyRung.FIRST, Optional.of(physician), Optional.empty(), false, OptionalLong.empty());
    }
}
