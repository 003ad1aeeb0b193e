/** Accounts, sessions, failures and service tokens in MariaDB. */
@NullMarked
package fr.appui.access.store;

import org.jspecify.annotations.NullMarked;
