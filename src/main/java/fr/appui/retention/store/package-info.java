/** When each class of data was last erased, in MariaDB. */
@NullMarked
package fr.appui.retention.store;

import org.jspecify.annotations.NullMarked;
