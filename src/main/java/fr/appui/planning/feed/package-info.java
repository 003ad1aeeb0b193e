/**
 * What goes out of planning and comes in as files: calendars that a telephone subscribes to, tables that a coordinator
 * imports and exports. Reading a file gives values or one problem a line, and writes nothing.
 */
@NullMarked
package fr.appui.planning.feed;

import org.jspecify.annotations.NullMarked;
