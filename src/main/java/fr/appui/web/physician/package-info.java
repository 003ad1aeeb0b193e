/**
 * For a physician, on a phone at night: tonight's duty and what may be done for it, the calls that wait for an outcome, then by
 * day their wishes, swaps, calendar and pay. Every page is the signed-in physician's own ({@code OwnPhysician}); every act works
 * without a script; an outcome outlives a network that is away (docs/adr/0057).
 */
@NullMarked
package fr.appui.web.physician;

import org.jspecify.annotations.NullMarked;
