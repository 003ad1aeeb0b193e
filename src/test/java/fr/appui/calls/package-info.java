/**
 * Phone stories: a real Asterisk with the product's configuration, the packaged service, a real MariaDB, and people who
 * speak SIP and RTP to them. One test, one story.
 */
@NullMarked
package fr.appui.calls;

import org.jspecify.annotations.NullMarked;
