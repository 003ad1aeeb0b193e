/**
 * Who is at the door: local accounts or an OpenID Connect provider, sessions that end, service tokens for programs, and
 * what each role may reach. A route without a declared rule is refused; a territory in an address is checked against the
 * grants of the person by {@code TerritoryGate}, so that a resource need not remember to.
 */
@NullMarked
package fr.appui.web.signin;

import org.jspecify.annotations.NullMarked;
