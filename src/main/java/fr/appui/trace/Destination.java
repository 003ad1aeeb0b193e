package fr.appui.trace;

/** Another line to which a caller is put through. */
public enum Destination {
    DAYTIME_CONTACT("le contact de jour"),
    RELIEF_LINE("la ligne de relais"),
    FALLBACK_LINE("la ligne de secours"),
    SAMU("le SAMU");

    private final String label;

    Destination(String label) {
        this.label = label;
    }

    /** In French, for people. */
    public String label() {
        return label;
    }

    /** Of a call that was talked in there. */
    public Ending ending() {
        return this == DAYTIME_CONTACT ? Ending.OUT_OF_HOURS : Ending.PUT_THROUGH_TO_FALLBACK;
    }
}
