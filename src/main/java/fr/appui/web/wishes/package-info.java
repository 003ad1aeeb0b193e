/**
 * What physicians ask for, marked by themselves or for them on the telephone, and the campaign that asks them for it.
 */
@NullMarked
package fr.appui.web.wishes;

import org.jspecify.annotations.NullMarked;
