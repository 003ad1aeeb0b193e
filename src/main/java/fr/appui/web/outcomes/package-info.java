/**
 * What physicians log of their calls, the lists they log with, and what was transmitted of it; calls they declare, callers they call
 * back, the link to the survey. Every act works without a script; an outcome outlives a network that is away (docs/adr/0057).
 */
@NullMarked
package fr.appui.web.outcomes;

import org.jspecify.annotations.NullMarked;
