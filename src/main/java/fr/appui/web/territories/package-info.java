/** Territories over HTTP: who serves where, during which windows, who is on duty, which days are public holidays. */
@NullMarked
package fr.appui.web.territories;

import org.jspecify.annotations.NullMarked;
