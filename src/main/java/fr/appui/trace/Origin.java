package fr.appui.trace;

/** By which trunk a call came. SAMU and SAS skip the menus (domain §6.3). */
public enum Origin {
    PUBLIC("réseau public"),
    SAMU("SAMU"),
    SAS("SAS");

    private final String label;

    Origin(String label) {
        this.label = label;
    }

    /** In French, for people. */
    public String label() {
        return label;
    }
}
