/**
 * The report, the pay statements and the communication kit on paper and in spreadsheets. PDF pages are laid out by hand on
 * one canvas so that every piece of text carries its tag (title, paragraph, table cell, figure with its description).
 */
@NullMarked
package fr.appui.indicators.render;

import org.jspecify.annotations.NullMarked;
