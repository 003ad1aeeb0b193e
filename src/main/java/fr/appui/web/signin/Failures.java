package fr.appui.web.signin;

import java.time.Instant;

/** Failed sign-ins, kept in the database so that every node counts the same ones. */
public interface Failures {

    void add(String login, String address, Instant at);

    long ofLogin(String login, Instant since);

    long ofAddress(String address, Instant since);

    void clear(String login);

    long forget(Instant before);
}
