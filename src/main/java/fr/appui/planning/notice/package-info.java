/**
 * Mail to physicians and coordinators. A notice is queued in the transaction of what it tells, and sent afterwards as often
 * as it takes: a mail server that is away delays it and loses nothing.
 */
@NullMarked
package fr.appui.planning.notice;

import org.jspecify.annotations.NullMarked;
