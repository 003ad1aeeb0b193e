package fr.appui.planning;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;

/**
 * What a physician held in an earlier quarter on this territory: the memory that fairness rests on.
 *
 * @param presentDays dates of that quarter on which they were an eligible volunteer; who was absent owes nothing
 */
public record PastShare(PhysicianId physician, Quarter quarter, int presentDays, Tally held) {

    public PastShare {
        if (presentDays < 0) {
            throw new IllegalArgumentException("jours de présence : ils ne peuvent pas être négatifs");
        }
    }
}
