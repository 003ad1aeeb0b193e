package fr.appui.telephony;

import java.io.IOException;

/** Asterisk's own small database, which the dialplan reads without the service. */
interface AstDb {

    /** Empty when there is none. */
    String get(String key) throws IOException;

    /** Written, in order, by the next {@link #flush}; an empty value is as good as none. */
    void put(String key, String value);

    void deleteTree(String key);

    /** @throws IOException unless all of it is written when this returns */
    void flush() throws IOException;
}
