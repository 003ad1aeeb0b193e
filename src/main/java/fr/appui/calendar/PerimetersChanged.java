package fr.appui.calendar;

import fr.appui.directory.Reach;

/** Fired with each change that a person makes to the perimeters of these territories; what was made from them is read again. */
public record PerimetersChanged(Reach where) {}
