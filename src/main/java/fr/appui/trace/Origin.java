package fr.appui.trace;

import fr.appui.directory.PhysicianId;
import java.util.UUID;

/** By which trunk a call came. SAMU and SAS skip the menus (domain §6.3); a trial was begun by the service itself and counts nowhere. */
public enum Origin {
    PUBLIC("réseau public"),
    SAMU("SAMU"),
    SAS("SAS"),
    TRIAL("appel d’essai");

    /**
     * Who stands for the physician in an « appel d'essai »: nobody. It is in the directory of no site, so that no duty, pay or figure can
     * ever be somebody's by it.
     */
    public static final PhysicianId TEST_NUMBER = new PhysicianId(new UUID(0, 0));

    private final String label;

    Origin(String label) {
        this.label = label;
    }

    /** Whether such a call is one that somebody made: what is counted, reminded, alerted or owed comes from these alone. */
    public boolean counts() {
        return this != TRIAL;
    }

    /** In French, for people. */
    public String label() {
        return label;
    }
}
