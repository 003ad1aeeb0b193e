/** Planning over REST, for the coordinator and for each physician's own wishes, swaps and calendar. */
@NullMarked
package fr.appui.web.planning;

import org.jspecify.annotations.NullMarked;
