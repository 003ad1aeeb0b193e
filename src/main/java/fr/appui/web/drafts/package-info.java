/**
 * From a draft to the rota in force: the search for the best one, the drafts there are compared, publication.
 */
@NullMarked
package fr.appui.web.drafts;

import org.jspecify.annotations.NullMarked;
