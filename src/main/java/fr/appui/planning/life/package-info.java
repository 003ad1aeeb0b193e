/**
 * The life of a rota around the search for the best one: wishes in, a draft checked at each edit, a version published and
 * told to each physician, then only traced acts (replacement, swap, override), until the quarter is over. Who did what and
 * why is kept; storage, mail and files are behind interfaces of this package.
 */
@NullMarked
package fr.appui.planning.life;

import org.jspecify.annotations.NullMarked;
