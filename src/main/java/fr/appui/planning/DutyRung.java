package fr.appui.planning;

/** The two rungs that a rota fills with physicians; the fallback lines below them are no one's duty (domain §4). */
public enum DutyRung {
    FIRST("premier rang", "astreinte"),
    BACK_UP("recours", "astreinte de recours");

    private final String label;
    private final String duty;

    DutyRung(String label, String duty) {
        this.label = label;
        this.duty = duty;
    }

    public String label() {
        return label;
    }

    /** What whoever is on this rung holds, in a sentence: after « l’ », « d’ », « une » or « son ». */
    public String duty() {
        return duty;
    }
}
