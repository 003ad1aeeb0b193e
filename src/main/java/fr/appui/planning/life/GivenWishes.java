package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Wishes;
import java.time.Instant;
import java.util.Map;

/** What each physician asks for, for whoever only reads it. */
public interface GivenWishes {

    Wishes of(PhysicianId physician);

    /** With the moment each was declared. */
    Map<Unavailability, Instant> absences(PhysicianId physician);
}
