/**
 * What tells the professionals of a territory when and how to call (cahier des charges §4 and §7), from the territory's own
 * data: one set of facts for a poster and for pocket cards.
 */
@NullMarked
package fr.appui.indicators.kit;

import org.jspecify.annotations.NullMarked;
