/**
 * What pages and API read of a request, and say of it: what it names ({@code Known}), who makes it and why ({@code Author}), which
 * physician's own it is ({@code OwnPhysician}), what is wrong with its form ({@code Faults}), what was just done ({@code Done}).
 */
@NullMarked
package fr.appui.web.request;

import org.jspecify.annotations.NullMarked;
