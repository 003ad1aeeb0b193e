package fr.appui.planning.life;

import java.time.Instant;

/** Lets one node at a time do a scheduled piece of work. */
public interface Turns {

    /** @return whether this node is the one, until {@code next} */
    boolean take(String name, Instant now, Instant next);
}
