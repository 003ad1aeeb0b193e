/**
 * Duties that two physicians swap: proposed, accepted, refused, taken back, by the physicians and for them.
 */
@NullMarked
package fr.appui.web.swaps;

import org.jspecify.annotations.NullMarked;
