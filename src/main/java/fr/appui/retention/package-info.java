/** What is kept for a time: each class of data says how long, one scheduler erases it, and what came of it is kept. */
@NullMarked
package fr.appui.retention;

import org.jspecify.annotations.NullMarked;
