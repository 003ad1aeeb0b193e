/** The audit log in MariaDB. */
@NullMarked
package fr.appui.audit.store;

import org.jspecify.annotations.NullMarked;
