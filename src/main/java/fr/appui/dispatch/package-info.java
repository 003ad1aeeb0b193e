/**
 * The decision on a call. A pure function from what is known of the call, what was just observed and the rota snapshot to
 * the next state, one command for the telephone switch and the events to record. No clock, no database, no Asterisk.
 */
@NullMarked
package fr.appui.dispatch;

import org.jspecify.annotations.NullMarked;
