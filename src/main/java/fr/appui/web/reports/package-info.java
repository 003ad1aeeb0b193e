/** The annual reports, the figures behind them and the pay statements, for the coordinator and the ARS. */
@NullMarked
package fr.appui.web.reports;

import org.jspecify.annotations.NullMarked;
