/** Call-backs, alerts and line checks in MariaDB. A conditional update decides which node acts. */
@NullMarked
package fr.appui.outreach.store;

import org.jspecify.annotations.NullMarked;
