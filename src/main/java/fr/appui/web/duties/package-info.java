/**
 * A physician's duties: tonight's, on a phone at night, and what may be done for it (confirm, answer on another number, be busy);
 * those to come, past ones on a calendar, and calendars to subscribe to. The physician's page shows the calls that wait for an
 * outcome and the colleagues who ask as well; every act works without a script.
 */
@NullMarked
package fr.appui.web.duties;

import org.jspecify.annotations.NullMarked;
