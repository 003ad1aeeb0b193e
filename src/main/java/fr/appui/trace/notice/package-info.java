/**
 * What the trace sends by mail: transmissions to the carrying hospital's secure mailbox (MSSanté), through an operator of
 * its own, and reminders of outcomes that are missing, through the ordinary one.
 */
@NullMarked
package fr.appui.trace.notice;

import org.jspecify.annotations.NullMarked;
