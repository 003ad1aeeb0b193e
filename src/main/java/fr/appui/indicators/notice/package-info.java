/** What the indicators send by mail: the reminder of the annual report, the poster, difficulties to the ARS. */
@NullMarked
package fr.appui.indicators.notice;

import org.jspecify.annotations.NullMarked;
