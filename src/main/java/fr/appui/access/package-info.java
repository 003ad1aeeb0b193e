/**
 * Who may do what to which object. {@code Access} alone decides, from a person's grants and what the directory knows; pages and
 * resources ask it about the object they found, never about the address that named it. What does not exist and what one may not
 * see are answered alike (ADR 0034). Whose accounts, sessions, tokens and devices there are is kept here; how one signs in is a
 * matter of {@code web.signin}.
 */
@NullMarked
package fr.appui.access;

import org.jspecify.annotations.NullMarked;
