/**
 * Text messages through the site's gateway, and what the gateway says of them afterwards. Knows nobody: who is written to, and what became
 * of which notice, others keep. No number is logged.
 */
@NullMarked
package fr.appui.sms;

import org.jspecify.annotations.NullMarked;
