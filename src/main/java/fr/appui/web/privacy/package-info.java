/**
 * What is kept about people and for how long, as it is shown, and what a physician may ask of it: their data to take away or to
 * have erased.
 */
@NullMarked
package fr.appui.web.privacy;

import org.jspecify.annotations.NullMarked;
