package fr.appui.outreach;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;

/** A physician, and where to ring them now. */
public record Callee(PhysicianId physician, PhoneNumber number) {}
