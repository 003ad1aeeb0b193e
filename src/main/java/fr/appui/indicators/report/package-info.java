/**
 * The annual report to the ARS (cahier des charges §6) as a document of sections, tables and charts, without a format: the
 * renderings print it, a frozen version keeps it, « lesquels » explains each of its figures.
 */
@NullMarked
package fr.appui.indicators.report;

import org.jspecify.annotations.NullMarked;
