/** Accounts, sessions, failures and service tokens in MariaDB. */
@NullMarked
package fr.appui.web.signin.store;

import org.jspecify.annotations.NullMarked;
