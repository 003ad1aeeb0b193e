package fr.appui.directory;

/** What a caller meets while the physician whose turn it is talks to somebody else: nobody is rung twice at once. */
public enum WhenInCall {
    NEXT_RUNG("le médecin suivant est appelé"),
    WAIT("l’appelant patiente, avec des annonces, puis le médecin suivant est appelé");

    private final String label;

    WhenInCall(String label) {
        this.label = label;
    }

    /** In French, for people. */
    public String label() {
        return label;
    }
}
