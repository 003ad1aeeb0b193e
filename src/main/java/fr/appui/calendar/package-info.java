/**
 * The hours promised: perimeters as dated versions agreed by the ARS, public holidays by zone, and the duty windows that
 * follow from them. Pure: every question takes the date or the instant it is about.
 */
@NullMarked
package fr.appui.calendar;

import org.jspecify.annotations.NullMarked;
