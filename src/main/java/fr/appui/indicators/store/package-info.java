/** The indicators' tables: counted calls by plain SQL, since a year is read by stream, and the small lists beside them. */
@NullMarked
package fr.appui.indicators.store;

import org.jspecify.annotations.NullMarked;
