/**
 * Who is on duty: published duties, ladders, overrides and their precedence, coverage, and the immutable snapshot from
 * which every call is decided. Pure: no clock, no database.
 */
@NullMarked
package fr.appui.rota;

import org.jspecify.annotations.NullMarked;
