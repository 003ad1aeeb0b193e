package fr.appui.directory.notice;

/** The server's word did not come: it may have taken the mail, or not. Whoever sends again may send twice. */
public final class MailUnheard extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public MailUnheard(String message, Throwable cause) {
        super(message, cause);
    }
}
