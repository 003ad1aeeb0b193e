/** What physicians do for a duty of theirs that begins or runs: confirm that they are there, say where they answer. */
@NullMarked
package fr.appui.web.duties;

import org.jspecify.annotations.NullMarked;
