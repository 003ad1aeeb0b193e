package fr.appui.directory;

/** What a caller hears, after what is said, while a telephone rings. */
public enum WaitingSound {
    MUSIC("une musique douce"),
    RINGING("la tonalité de sonnerie");

    private final String label;

    WaitingSound(String label) {
        this.label = label;
    }

    /** In French, for people. */
    public String label() {
        return label;
    }
}
