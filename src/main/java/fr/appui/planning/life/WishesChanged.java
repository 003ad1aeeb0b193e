package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;

/** Told with a change of what a physician asks for: what is published may no longer suit them. */
public record WishesChanged(PhysicianId physician) {}
