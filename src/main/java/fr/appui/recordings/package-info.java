/**
 * What callers of a line hear in a hospital's own voice: studio recordings, bounded, converted to the telephone's sound and
 * measured, kept beside the announcements that are delivered, and put together as one set for the switches.
 */
@NullMarked
package fr.appui.recordings;

import org.jspecify.annotations.NullMarked;
