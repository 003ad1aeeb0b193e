/**
 * How France writes: dates as one says them and as one types them, durations, amounts, the spaces that may not break, the order
 * of a list. One place for all of it, so that a page, a mail, a PDF and the API never differ; no room of ours is known here.
 */
@NullMarked
package fr.appui.french;

import org.jspecify.annotations.NullMarked;
