/**
 * A duty whose physician cannot hold it: colleagues who are asked and what they answer, solutions that change least, whom to ring for tonight.
 */
@NullMarked
package fr.appui.web.replacements;

import org.jspecify.annotations.NullMarked;
