package fr.appui.trace;

/** What the physician could know of the situation: the answer is judged by it (doc 001 §2, responsibility). */
public enum InformationAtHand {
    RECORD("Dossier du patient"),
    DLU("DLU"),
    PALLIATIVE_SHEET("Fiche urgence pallia"),
    DIRECTIVES("Directives anticipées"),
    NONE("Aucune");

    private final String label;

    InformationAtHand(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
