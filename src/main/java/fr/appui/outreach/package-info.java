/**
 * What the service begins by itself: calling back those whom nobody could answer, checking a line before a duty starts, and
 * alerting people otherwise than by telephone. What to do next is decided in pure plans from what the trace says; a row in
 * the database for each matter makes sure that of several nodes one acts. The switch does the ringing ({@link
 * fr.appui.outreach.Telephone}).
 */
@NullMarked
package fr.appui.outreach;

import org.jspecify.annotations.NullMarked;
