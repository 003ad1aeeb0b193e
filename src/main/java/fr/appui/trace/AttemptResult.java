package fr.appui.trace;

/** How ringing one physician ended. Only {@link #ACCEPTED} is a human who pressed 1 (domain §6.4). */
public enum AttemptResult {
    ACCEPTED("a pris l'appel"),
    PASSED("a passé la main"),
    NOT_CONFIRMED("décroché sans confirmation (répondeur ou silence)"),
    NO_ANSWER("pas de réponse"),
    BUSY("occupé"),
    BUSY_ELSEWHERE("déjà en ligne avec un autre appelant"),
    REFUSED("appel refusé"),
    UNREACHABLE("injoignable"),
    CALLER_GONE("l'appelant a raccroché");

    private final String label;

    AttemptResult(String label) {
        this.label = label;
    }

    /** In French, for people. */
    public String label() {
        return label;
    }
}
