/**
 * The directory for a coordinator: physicians and what makes them eligible, establishments, agreements, lines, hours.
 */
@NullMarked
package fr.appui.web.directory;

import org.jspecify.annotations.NullMarked;
