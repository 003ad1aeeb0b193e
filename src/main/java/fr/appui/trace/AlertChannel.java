package fr.appui.trace;

/** By which way somebody was alerted of a call. */
public enum AlertChannel {
    MAIL("par courriel"),
    SMS("par SMS");

    private final String label;

    AlertChannel(String label) {
        this.label = label;
    }

    /** In French, for people. */
    public String label() {
        return label;
    }
}
