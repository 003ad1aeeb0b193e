/** Who runs which job, in MariaDB. */
@NullMarked
package fr.appui.nodes.store;

import org.jspecify.annotations.NullMarked;
