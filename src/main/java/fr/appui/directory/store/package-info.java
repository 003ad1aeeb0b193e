/** The directory in MariaDB: one row class for each table, turned into values on the way out. */
@NullMarked
package fr.appui.directory.store;

import org.jspecify.annotations.NullMarked;
