/** Perimeters in MariaDB. */
@NullMarked
package fr.appui.calendar.store;

import org.jspecify.annotations.NullMarked;
