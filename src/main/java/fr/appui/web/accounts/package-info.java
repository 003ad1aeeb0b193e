/**
 * The administrator's pages: accounts and service tokens; accounts of physicians by invitation, from the directory and through the API.
 */
@NullMarked
package fr.appui.web.accounts;

import org.jspecify.annotations.NullMarked;
