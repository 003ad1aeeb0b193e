package fr.appui.trace;

/**
 * What the advice was, beside where it sent the patient on; after the missions of doc 001 §2. The same everywhere, so that regions
 * compare.
 */
public enum AdviceNature {
    CONDUCT("Conduite à tenir"),
    ANTICIPATED("Prescriptions anticipées confortées"),
    DECISION("Aide à la décision thérapeutique"),
    REFERRAL("Aide à l’orientation"),
    SUPPORT("Soutien du professionnel"),
    OTHER("Autre");

    private final String label;

    AdviceNature(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
