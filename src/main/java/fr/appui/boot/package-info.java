/**
 * How the process starts: the clock, the embedded database of the default run, and the settings every room shares.
 */
@NullMarked
package fr.appui.boot;

import org.jspecify.annotations.NullMarked;
