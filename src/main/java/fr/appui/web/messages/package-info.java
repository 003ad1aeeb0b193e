/**
 * Who was told, by mail, text message or device, and whom no message reached; what a gateway or a device says became of it.
 */
@NullMarked
package fr.appui.web.messages;

import org.jspecify.annotations.NullMarked;
