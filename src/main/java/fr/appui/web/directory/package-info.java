/**
 * The directory for a coordinator: physicians and what makes them eligible, establishments, agreements, lines and what they
 * play, hours; a territory's opening, and calls that try its line.
 */
@NullMarked
package fr.appui.web.directory;

import org.jspecify.annotations.NullMarked;
