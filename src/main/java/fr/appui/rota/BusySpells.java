package fr.appui.rota;

import fr.appui.directory.PhysicianId;
import fr.appui.french.InvalidInput;
import java.time.Instant;
import java.util.List;

/**
 * When physicians on duty are rung after the others of the ladder ({@link Precedence}): an astreinte that keeps priority holds
 * them (domain §1), or they did not confirm that they are there. They keep their duty, and its pay. Writing refreshes the current snapshot once the
 * transaction, this one or the caller's, is committed.
 */
public interface BusySpells {

    enum Reason {
        PRIORITY_DUTY,
        NOT_CONFIRMED
    }

    /** Half-open. */
    record BusySpell(PhysicianId physician, Instant from, Instant until, Reason reason) {
        public BusySpell {
            if (!from.isBefore(until)) {
                throw new InvalidInput("occupation : la fin doit suivre le début");
            }
        }

        public boolean includes(Instant t) {
            return !t.isBefore(from) && t.isBefore(until);
        }
    }

    /** One that begins when another of theirs does goes on in it. */
    void begin(BusySpell spell);

    /** What is under way, and what was to come, is over. */
    void end(PhysicianId physician, Instant at);

    /** As {@link #end(PhysicianId, Instant)}, for this reason alone. */
    void end(PhysicianId physician, Reason reason, Instant at);

    /** Those that touch the interval, by their beginning. */
    List<BusySpell> between(Instant from, Instant to);
}
