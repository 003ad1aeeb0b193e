package fr.appui.trace;

/** How one attempt to call somebody back ended. */
public enum CallBackResult {
    /** The physician and the caller heard each other. */
    JOINED("mis en relation"),
    PHYSICIAN_NOT_REACHED("le médecin n’a pas répondu"),
    /** To the line itself, or elsewhere: not followed. */
    PHYSICIAN_FORWARDED("le téléphone du médecin est renvoyé"),
    /** Or accepted, and hung up before the caller was joined. */
    PHYSICIAN_DECLINED(
            "le médecin a décroché sans aller jusqu’à la mise en relation (répondeur, silence ou raccroché)"),
    /** Or hung up at once. */
    CALLER_NOT_REACHED("le professionnel n’a pas répondu, ou a raccroché aussitôt"),
    /** The attempt could not be made, or nothing more was heard of it. */
    FAILED("incident technique");

    private final String label;

    CallBackResult(String label) {
        this.label = label;
    }

    /** In French, for people. */
    public String label() {
        return label;
    }
}
