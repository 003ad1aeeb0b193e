/**
 * The audit log: every act on people, rotas, calls and exports, each entry holding the hash of the one before, so that a
 * line changed or removed shows. The database refuses to change entries, and to delete those younger than a year.
 */
@NullMarked
package fr.appui.audit;

import org.jspecify.annotations.NullMarked;
