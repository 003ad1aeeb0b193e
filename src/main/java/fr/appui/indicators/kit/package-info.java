/**
 * What tells the professionals of a territory when and how to call (cahier des charges §4 and §7), from the territory's own
 * data: one set of facts for a poster and for pocket cards, and to whom they are sent. The dossier of an agreement as well: its
 * clauses, the document to sign, when it is to be renewed.
 */
@NullMarked
package fr.appui.indicators.kit;

import org.jspecify.annotations.NullMarked;
