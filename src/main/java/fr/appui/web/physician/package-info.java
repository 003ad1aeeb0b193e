/**
 * For a physician, on a phone at night: tonight's duty, the next ones, the calls that wait for an outcome.
 */
@NullMarked
package fr.appui.web.physician;

import org.jspecify.annotations.NullMarked;
