/**
 * How a rota comes to be and changes: wishes, rules, drafts, the search for the best rota, publication, replacement, swap
 * and repair.
 *
 * <p>The heart is pure. A {@link fr.appui.planning.RotaProblem} says what is to be covered, by whom, with which wishes and
 * what surrounds it; an {@link fr.appui.planning.Assignment} says who holds which date; the list of
 * {@link fr.appui.planning.Rule}s judges one against the other in a {@link fr.appui.planning.Verdict}. Edits, swaps,
 * replacements and whatever the {@link fr.appui.planning.RotaEngine} returns pass the same list.
 * {@link fr.appui.planning.Diagnosis} says without a solver why no rota can exist.
 */
@NullMarked
package fr.appui.planning;

import org.jspecify.annotations.NullMarked;
