/** Recordings kept in the database. */
@NullMarked
package fr.appui.recordings.store;

import org.jspecify.annotations.NullMarked;
