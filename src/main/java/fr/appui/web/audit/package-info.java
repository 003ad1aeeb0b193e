/** What the audit log is told by every request that changes something or hands out a file, and the log as programs read it. */
@NullMarked
package fr.appui.web.audit;

import org.jspecify.annotations.NullMarked;
