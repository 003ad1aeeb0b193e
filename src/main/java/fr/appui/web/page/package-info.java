/**
 * What every page shares: the frame with its navigation, French typography, error pages and the headers a browser obeys.
 */
@NullMarked
package fr.appui.web.page;

import org.jspecify.annotations.NullMarked;
