package fr.appui.directory;

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
}
