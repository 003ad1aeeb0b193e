/** When each class of data was last erased, in MariaDB. */
@NullMarked
package fr.appui.web.privacy.store;

import org.jspecify.annotations.NullMarked;
