/**
 * What a year of duties costs and who is owed what (cahier des charges §5): dated flat rates, service done from duties as
 * held, statements by physician and by establishment, the budget year against the real one. Pure, exact to the cent.
 */
@NullMarked
package fr.appui.indicators.pay;

import org.jspecify.annotations.NullMarked;
