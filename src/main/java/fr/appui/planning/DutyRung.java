package fr.appui.planning;

/** The two rungs that a rota fills with physicians; the fallback lines below them are no one's duty (domain §4). */
public enum DutyRung {
    FIRST("premier rang"),
    BACK_UP("recours");

    private final String label;

    DutyRung(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
