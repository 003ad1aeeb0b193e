/**
 * Pages and REST resources, by audience: coordinator, physician, regulator, ARS.
 */
@NullMarked
package fr.appui.web;

import org.jspecify.annotations.NullMarked;
