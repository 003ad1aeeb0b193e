package fr.appui.trace;

/** The terminal outcome of a call; every call has exactly one (domain §6, targets). */
public enum Ending {
    ANSWERED("répondu par un médecin"),
    NOT_REACHED("aucun médecin joint"),
    PUT_THROUGH_TO_FALLBACK("transféré à la ligne de secours"),
    OUT_OF_HOURS("hors horaires"),
    TURNED_AWAY("réorienté (patient ou proche)"),
    UNKNOWN_LINE("numéro inconnu"),
    ABANDONED("abandonné par l’appelant"),
    FAILED("incident technique");

    private final String label;

    Ending(String label) {
        this.label = label;
    }

    /** In French, for people. */
    public String label() {
        return label;
    }

    /** As {@link #label()}; of a call that does not count ({@link Origin#counts}), whether the trial succeeded. */
    public String label(boolean counts) {
        return counts ? label : this == ANSWERED ? "essai réussi" : "essai sans réponse";
    }
}
