package fr.appui.access;

import java.time.Instant;

/**
 * Tries to sign in that did not succeed, kept in the database so that every node counts the same ones. A try is written down
 * before it is counted, and counted before its password is looked at: of many at once, the last to be written counts all.
 */
public interface Failures {

    /** Begins the place of a try that comes from a browser on which this account signed in before. */
    String KNOWN = "navigateur ";

    /** @param from an address, or what names a browser that is known @return its number, to withdraw it by */
    long attempt(String login, String from, Instant at);

    /** It succeeded, or was not made. */
    void withdraw(long attempt);

    /** Of the same login from the same place. */
    long of(String login, String from, Instant since);

    /** From the same place, for whatever login. */
    long ofPlace(String from, Instant since);

    /** Of the same login, from wherever a browser is not known. */
    long ofLogin(String login, Instant since);

    /** Of one login from one place, after it signed in from there. */
    void clear(String login, String from);

    /** Of one login from everywhere. */
    void clear(String login);

    long forget(Instant before);
}
