/** The audit log in MariaDB. */
@NullMarked
package fr.appui.web.audit.store;

import org.jspecify.annotations.NullMarked;
