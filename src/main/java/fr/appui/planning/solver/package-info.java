/**
 * The search for the best rota, with OR-Tools CP-SAT: one boolean for each physician and block of consecutive days inside a
 * week, so that the first relaxation is already nearly a rota (docs/adr/0020). Nothing else imports OR-Tools. The native
 * library is loaded at the first search; where it cannot be, the engine says so and nothing else is touched.
 */
@NullMarked
package fr.appui.planning.solver;

import org.jspecify.annotations.NullMarked;
