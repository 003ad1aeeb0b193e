/**
 * The faces: pages and REST resources, which read, call and render; what is decided or kept is decided and kept in the rooms. A
 * sub-room a noun where there is one (calls, duties, outcomes, reports, territories…); planning's pages still stand by who reads
 * them ({@code coordinator}, {@code physician}) and its API in {@code planning}. Here lies what all of them share.
 */
@NullMarked
package fr.appui.web;

import org.jspecify.annotations.NullMarked;
