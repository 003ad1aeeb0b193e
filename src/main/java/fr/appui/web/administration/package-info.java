/**
 * The administrator's pages: accounts, service tokens, the audit log.
 */
@NullMarked
package fr.appui.web.administration;

import org.jspecify.annotations.NullMarked;
