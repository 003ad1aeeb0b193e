package fr.appui.trace;

/**
 * How ringing one physician ended. Only {@link #ACCEPTED} is a human who pressed 1 and was joined (domain §6.4). The last two are
 * not the physician's doing.
 */
public enum AttemptResult {
    ACCEPTED("a pris l’appel"),
    PASSED("a passé la main"),
    NOT_CONFIRMED("décroché sans confirmation (répondeur ou silence)"),
    NO_ANSWER("pas de réponse"),
    BUSY("occupé"),
    BUSY_ELSEWHERE("déjà en ligne avec un autre appelant"),
    REFUSED("appel refusé"),
    UNREACHABLE("injoignable"),
    CALLER_GONE("l’appelant a raccroché"),
    CUT_OFF("a pris l’appel, puis la communication a été coupée"),
    DIVERTED("renvoyé vers un autre numéro, renvoi non suivi"),
    LOOP("renvoyé vers la ligne elle-même"),
    IS_CALLING("appelle lui-même la ligne"),
    FORBIDDEN("numéro qui ne peut pas être appelé"),
    OPERATOR("non acheminé par l’opérateur"),
    NO_TRUNK("notre raccordement n’a pas répondu");

    private final String label;

    AttemptResult(String label) {
        this.label = label;
    }

    /** In French, for people. */
    public String label() {
        return label;
    }
}
