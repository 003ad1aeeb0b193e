package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Wishes;
import java.util.Set;

/** What each physician asks for, over all territories. The dates they accepted in person are not kept here: acts are. */
public interface WishBook extends GivenWishes {

    /** What these ask for, read at once. */
    GivenWishes read(Set<PhysicianId> physicians);

    /** The same, and nobody else's to change until the transaction ends; asked first in it. */
    Wishes toChange(PhysicianId physician);

    /** Replaces all that this physician asked for. */
    void keep(PhysicianId physician, Wishes wishes);
}
