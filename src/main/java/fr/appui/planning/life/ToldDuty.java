package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.rota.Slot;
import java.time.Instant;
import java.util.Locale;

/**
 * A duty, or a part of one, as its physician was last told of it.
 *
 * @param sequence rises with each change
 * @param cancelled it was taken away; kept, so that calendars remove it
 */
public record ToldDuty(Key key, Instant start, Instant end, int sequence, boolean cancelled, Instant changedAt) {

    /** @param part 0, and 1, 2… where one physician holds a slot at several separate times */
    public record Key(Slot slot, PhysicianId physician, int part) {
        /** What calendars know it by. */
        public String uid() {
            return slot.territory().value().toLowerCase(Locale.ROOT) + "-" + slot.date() + "-" + slot.rung() + "-"
                    + physician + (part == 0 ? "" : "-" + part) + "@appui";
        }
    }

    static ToldDuty first(Key key, HeldPart held, Instant now) {
        return new ToldDuty(key, held.start(), held.end(), 0, false, now);
    }

    ToldDuty again(HeldPart held, Instant now) {
        return new ToldDuty(key, held.start(), held.end(), sequence + 1, false, now);
    }

    ToldDuty takenAway(Instant now) {
        return new ToldDuty(key, start, end, sequence + 1, true, now);
    }

    boolean says(HeldPart held) {
        return !cancelled && start.equals(held.start()) && end.equals(held.end());
    }
}
