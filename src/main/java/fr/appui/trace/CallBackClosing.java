package fr.appui.trace;

/** How it ended for a caller who asked to be called back. */
public enum CallBackClosing {
    DONE("l’appelant a été rappelé"),
    HANDLED("un médecin indique que c’est fait"),
    HANDED_OVER("confié à la coordination, personne n’ayant pu être joint");

    private final String label;

    CallBackClosing(String label) {
        this.label = label;
    }

    /** In French, for people. */
    public String label() {
        return label;
    }
}
