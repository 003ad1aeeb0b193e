/** Planning in MariaDB: wishes, settings, drafts, told duties, acts, swaps, tokens, notices to send, alerts and jobs. */
@NullMarked
package fr.appui.planning.store;

import org.jspecify.annotations.NullMarked;
