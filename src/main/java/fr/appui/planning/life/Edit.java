package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.DutyRung;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One change by hand.
 *
 * @param physician empty to leave the date to nobody
 * @param from a moment within the duty, for somebody who takes over; empty for the whole duty
 * @param derogation whether the quota may be exceeded, for the reason given with the act
 */
public record Edit(
        LocalDate date, DutyRung rung, Optional<PhysicianId> physician, Optional<Instant> from, boolean derogation) {

    public static Edit placing(LocalDate date, PhysicianId physician) {
        return new Edit(date, DutyRung.FIRST, Optional.of(physician), Optional.empty(), false);
    }
}
