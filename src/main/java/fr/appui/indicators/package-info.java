/**
 * What the year amounted to: projections folded from events and duties, the annual report, pay and budget. Every figure
 * can list what it counted.
 */
@NullMarked
package fr.appui.indicators;

import org.jspecify.annotations.NullMarked;
