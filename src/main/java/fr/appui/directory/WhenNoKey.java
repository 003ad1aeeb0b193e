package fr.appui.directory;

/** What becomes of a caller who was asked twice who they are and made no choice that was understood. */
public enum WhenNoKey {
    RING("le médecin est appelé"),
    CALL_15("l’appelant est renvoyé au 15");

    private final String label;

    WhenNoKey(String label) {
        this.label = label;
    }

    /** In French, for people. */
    public String label() {
        return label;
    }
}
