package fr.appui.planning;

import fr.appui.directory.PhysicianId;
import fr.appui.french.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Two physicians would exchange first-rung duties, or one would hand over to the other.
 *
 * @param given what goes to the other physician
 * @param taken what comes in return; no dates for a plain hand-over
 * @param effectiveAt from when; inside a duty, the other takes over what remains of it
 */
public record SwapProposal(Part given, Part taken, Instant effectiveAt) {

    /** @param dates held by this physician until the swap */
    public record Part(PhysicianId physician, SortedSet<LocalDate> dates) {
        public Part(PhysicianId physician, Set<LocalDate> dates) {
            this(physician, (SortedSet<LocalDate>) new TreeSet<>(dates));
        }
    }

    public SwapProposal {
        if (given.physician().equals(taken.physician())) {
            throw new InvalidInput("échange : il faut deux médecins différents");
        }
        if (given.dates().isEmpty()) {
            throw new InvalidInput("échange : indiquer au moins une date à céder");
        }
    }
}
