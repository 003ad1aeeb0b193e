/**
 * Messages that a browser shows although no page is open (web push, RFC 8030, 8291 and 8292): from one node to the push service that
 * the browser named, sealed for that browser. Knows nobody: who has which device, and who is told what, others say.
 */
@NullMarked
package fr.appui.push;

import org.jspecify.annotations.NullMarked;
