/**
 * How a rota comes to be and changes: wishes, rules, drafts, the search for the best rota, publication, replacement, swap
 * and repair.
 */
@NullMarked
package fr.appui.planning;

import org.jspecify.annotations.NullMarked;
