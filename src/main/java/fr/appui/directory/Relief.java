package fr.appui.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;

/** Who takes over when a territory's own physicians could not be reached, or at hours that it does not hold itself. */
public sealed interface Relief {

    Terms terms();

    /**
     * @param hours when it takes over, in the territory's local time; empty for always
     * @param whenClosed whether it also takes over outside the line's own hours (pooling at night)
     */
    record Terms(Optional<UsableHours> hours, boolean whenClosed) {
        public static final Terms ALWAYS = new Terms(Optional.empty(), false);

        public boolean apply(LocalDateTime local) {
            return hours.filter(usable -> !usable.contain(local)).isEmpty();
        }

        /** Until when {@link #apply} certainly answers what it does at an instant, by the clock of a zone; empty where it always does. */
        public Optional<Instant> sameUntil(Instant at, ZoneId zone) {
            LocalDate today = LocalDate.ofInstant(at, zone);
            return hours.flatMap(usable -> usable.changes(today, today.plusDays(1), zone)
                    .filter(change -> change.isAfter(at))
                    .min(Comparator.naturalOrder()));
        }
    }

    /** The physicians on duty for another territory are rung like one's own, each told whose caller it is. */
    record Neighbour(TerritoryCode territory, Terms terms) implements Relief {}

    /** A line with people of its own, such as the region's: the caller is put through, no key is needed there. */
    record Line(PhoneNumber number, Terms terms) implements Relief {}
}
