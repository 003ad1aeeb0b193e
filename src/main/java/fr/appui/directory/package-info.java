/**
 * Who and where: territories, their phone lines, the hospitals that carry and join the service, the agreements between
 * them, the volunteer physicians and what makes them eligible. Identifiers validate themselves here and nowhere else.
 */
@NullMarked
package fr.appui.directory;

import org.jspecify.annotations.NullMarked;
