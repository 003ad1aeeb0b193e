/**
 * Calls as they are read back: searched, told in French, and live. Phone numbers never leave through here.
 */
@NullMarked
package fr.appui.web.calls;

import org.jspecify.annotations.NullMarked;
