package fr.appui.calendar;

/** Fired with each change that a person makes to a territory's perimeters; what was made from them is read again. */
public record PerimetersChanged() {}
