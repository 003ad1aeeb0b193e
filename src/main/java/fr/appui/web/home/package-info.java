/**
 * The first page: what needs each person today.
 */
@NullMarked
package fr.appui.web.home;

import org.jspecify.annotations.NullMarked;
