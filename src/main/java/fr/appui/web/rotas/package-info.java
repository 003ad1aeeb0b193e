/**
 * The rota of a quarter, for pages and API: seen as a grid and as a calendar, edited date by date, shared out, read from files and
 * written to them; a territory's settings, alerts and history. Faces say what {@code planning.life} decides; every act works as a
 * plain form, and {@code rota.js} makes the grid quick with keyboard and pointer. What names a rota ({@code Planned},
 * {@code PlanningDoor}) and tells of one ({@code Answers}) serves the rooms of drafts, swaps, replacements, wishes and messages.
 */
@NullMarked
package fr.appui.web.rotas;

import org.jspecify.annotations.NullMarked;
