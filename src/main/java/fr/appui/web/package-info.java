/**
 * The faces: pages and REST resources, which read, call and render; what is decided or kept is decided and kept in the rooms. A
 * sub-room a noun (calls, duties, rotas, wishes, swaps, reports…): the coordinator's page, the physician's and the resource stand
 * together, and who may use which is said beside each address. Here lies what all of them share.
 */
@NullMarked
package fr.appui.web;

import org.jspecify.annotations.NullMarked;
