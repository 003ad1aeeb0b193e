/**
 * The planning pages of a coordinator: the quarter as a grid and as a calendar, work on drafts, the search for the best
 * rota, publication, repair, swaps, wishes, files and settings. They say what {@code planning.life} decides; every act
 * works as a plain form, and {@code rota.js} makes the grid quick with keyboard and pointer.
 */
@NullMarked
package fr.appui.web.coordinator;

import org.jspecify.annotations.NullMarked;
