/**
 * Where events rest. {@code DurableJournal} takes them from the call path into a spool on this machine's disk; one thread
 * carries them on to MariaDB, in order, each key once, with the call's summary and one outbox row an event in the same
 * transaction.
 */
@NullMarked
package fr.appui.trace.store;

import org.jspecify.annotations.NullMarked;
