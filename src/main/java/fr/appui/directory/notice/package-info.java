/** How mail leaves: the rooms above say what and to whom. */
@NullMarked
package fr.appui.directory.notice;

import org.jspecify.annotations.NullMarked;
