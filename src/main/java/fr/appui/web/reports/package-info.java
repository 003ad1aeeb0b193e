/**
 * The annual reports and their templates, the figures behind them and calls crossed, pay and expenses, agreements on paper, the
 * poster and its sending, sheets, hand-overs and transmissions: for the coordinator and the ARS.
 */
@NullMarked
package fr.appui.web.reports;

import org.jspecify.annotations.NullMarked;
