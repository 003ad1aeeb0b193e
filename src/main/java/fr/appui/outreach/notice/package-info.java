/** The ways in which alerts leave the house: mail, and an HTTP gateway for text messages. */
@NullMarked
package fr.appui.outreach.notice;

import org.jspecify.annotations.NullMarked;
