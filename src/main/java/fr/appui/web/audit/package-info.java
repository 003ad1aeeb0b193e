/**
 * What the audit log is told by every request that changes something or hands out a file, and the log as the administrator reads it,
 * in sentences, and programs.
 */
@NullMarked
package fr.appui.web.audit;

import org.jspecify.annotations.NullMarked;
