package fr.appui.trace;

/** Who calls, as far as the menu can tell. The outcome refines it afterwards (domain §7). */
public enum Profile {
    PHYSICIAN("médecin"),
    NURSE("infirmier ou infirmière"),
    EMERGENCY_SERVICES("SAMU, SAS ou permanence des soins"),
    PATIENT_OR_FAMILY("patient ou proche"),
    UNKNOWN("profil inconnu");

    private final String label;

    Profile(String label) {
        this.label = label;
    }

    /** In French, for people. */
    public String label() {
        return label;
    }
}
