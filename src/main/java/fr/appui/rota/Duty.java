package fr.appui.rota;

import fr.appui.directory.PhysicianId;
import java.time.LocalDate;

/**
 * A physician on one rung of one date's window, as published.
 *
 * @param rung first rung is 1
 */
public record Duty(LocalDate date, int rung, PhysicianId physician) {

    public Duty {
        Slot.requireRung(rung);
    }
}
