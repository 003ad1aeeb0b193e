package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Wishes;
import java.time.Instant;
import java.util.Map;

/** What each physician asks for, over all territories. The dates they accepted in person are not kept here: acts are. */
public interface WishBook {

    Wishes of(PhysicianId physician);

    /** With the moment each was declared. */
    Map<Unavailability, Instant> absences(PhysicianId physician);

    /** The same, and nobody else's to change until the transaction ends; asked first in it. */
    Wishes toChange(PhysicianId physician);

    /** Replaces all that this physician asked for. */
    void keep(PhysicianId physician, Wishes wishes);
}
