/**
 * A believable year of calls, for the demonstration, the tests and the benchmarks: events and outcomes as the telephone and
 * the physicians would have made them, never totals. Proportions follow published lines (see {@code docs/fr/indicateurs.md}).
 */
@NullMarked
package fr.appui.indicators.sample;

import org.jspecify.annotations.NullMarked;
