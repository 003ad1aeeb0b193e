package fr.appui.telephony;

import java.io.IOException;

/** Asterisk's own small database, which the dialplan reads without the service. */
interface AstDb {

    /** Empty when there is none. */
    String get(String key) throws IOException;

    void put(String key, String value) throws IOException;

    void deleteTree(String key) throws IOException;
}
