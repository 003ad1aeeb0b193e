package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Wishes;

/** What each physician asks for, over all territories. The dates they accepted in person are not kept here: acts are. */
public interface WishBook {

    Wishes of(PhysicianId physician);

    /** Replaces all that this physician asked for. */
    void keep(PhysicianId physician, Wishes wishes);
}
