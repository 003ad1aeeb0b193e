package fr.appui.directory;

/** What the ARS asks of the hospital that carries a service; regions differ (doc 001 §4, and the documents of 2025). */
public enum HostRule {
    USP_AND_EMSP("une USP et une EMSP reconnues (Hauts-de-France)"),
    USP_OR_EMSP("une USP ou une EMSP reconnue"),
    ANY("ni USP ni EMSP (il peut être, par exemple, une HAD)");

    private final String label;

    HostRule(String label) {
        this.label = label;
    }

    /** In French: what it must have. */
    public String label() {
        return label;
    }
}
