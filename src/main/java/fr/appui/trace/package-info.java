/**
 * What happened: every call as a list of sealed events with millisecond times, the journal that keeps them, the story
 * they tell, and the outcome the physician logs. Events are idempotent by key: recording one twice changes nothing.
 */
@NullMarked
package fr.appui.trace;

import org.jspecify.annotations.NullMarked;
