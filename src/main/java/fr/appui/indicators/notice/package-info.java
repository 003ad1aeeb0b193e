/** What the indicators send by mail: the reminder of the annual report. */
@NullMarked
package fr.appui.indicators.notice;

import org.jspecify.annotations.NullMarked;
