/** What physicians log of their calls, the lists they log with, and what was transmitted of it. */
@NullMarked
package fr.appui.web.outcomes;

import org.jspecify.annotations.NullMarked;
