package fr.appui.rota;

import fr.appui.directory.PhysicianId;
import java.time.Instant;
import java.util.List;

/**
 * When physicians on duty are held by an astreinte that keeps priority over this one (domain §1): the others of the ladder are
 * then rung first ({@link Precedence}). They keep their duty, and its pay. Writing refreshes the current snapshot once the
 * transaction, this one or the caller's, is committed.
 */
public interface BusySpells {

    /** Half-open. */
    record BusySpell(PhysicianId physician, Instant from, Instant until) {
        public BusySpell {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("occupation : la fin doit suivre le début");
            }
        }

        public boolean includes(Instant t) {
            return !t.isBefore(from) && t.isBefore(until);
        }
    }

    void begin(BusySpell spell);

    /** What is under way, and what was to come, is over. */
    void end(PhysicianId physician, Instant at);

    /** Those that touch the interval, by their beginning. */
    List<BusySpell> between(Instant from, Instant to);
}
