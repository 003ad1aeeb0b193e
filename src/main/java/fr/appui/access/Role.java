package fr.appui.access;

import java.util.EnumSet;
import java.util.Set;

/** What a person or a program may be. Annotations write the names. */
public enum Role {
    /** Plans and follows the calls of their territories. */
    COORDINATOR("Coordination"),
    /** Sees their own duties and the calls they took. */
    PHYSICIAN("Médecin"),
    /** SAMU or SAS: asks who is on duty. */
    REGULATOR("Régulation"),
    /** Reads coverage, indicators and reports. */
    ARS_READER("ARS (lecture)"),
    /** Keeps accounts, tokens and the audit log; may act for the coordinator, the regulator and the reader. */
    ADMINISTRATOR("Administration");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** This role and those it may act for. Nobody acts for a physician: their data is their own. */
    public Set<Role> implied() {
        return this == ADMINISTRATOR ? EnumSet.complementOf(EnumSet.of(PHYSICIAN)) : EnumSet.of(this);
    }
}
