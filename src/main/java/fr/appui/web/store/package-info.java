/** How errors of storage are told from others. */
@NullMarked
package fr.appui.web.store;

import org.jspecify.annotations.NullMarked;
