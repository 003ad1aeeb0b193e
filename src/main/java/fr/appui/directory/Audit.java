package fr.appui.directory;

import fr.appui.french.Typography;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The log of who did what to people, rotas, calls and exports. An entry joins the transaction of the act, so that neither
 * exists without the other; it is never changed afterwards. When and from where are added by whoever keeps the log.
 *
 * <p>Changes asked over HTTP are recorded on their own with their address; a room adds an entry where the address does not
 * say enough (which duty went from whom to whom).
 */
public interface Audit {

    /** For an act of the service itself: a scheduled erasure, a reminder. */
    String SERVICE = "service";

    /**
     * @param actor the login of the person, {@code jeton:} and the name of a program, or {@link #SERVICE}
     * @param act a short stable English code, {@code rota.published}
     * @param subject what it was done to: a code, a date, an identifier; never a caller's number
     * @param detail a French sentence for who reads the log; cut at 1 000 characters
     */
    void record(String actor, String act, String subject, String detail);

    /** What was, then what is, as the detail of an entry says it; empty where there is nothing. */
    static String change(Optional<String> before, Optional<String> after) {
        return "Avant : " + before.orElse("rien") + " ; après : " + after.orElse("rien");
    }

    /** A file by what tells it from every other. */
    static String file(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return Typography.number(content.length) + " octets, SHA-256 "
                    + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
