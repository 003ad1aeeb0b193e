package fr.appui.trace;

/** How a call was handed over. */
public enum TransferKind {
    /** At once, without having spoken to the one who takes it. */
    BLIND("transfert direct"),
    /** After having spoken to the one who takes it. */
    ATTENDED("transfert après annonce");

    private final String label;

    TransferKind(String label) {
        this.label = label;
    }

    /** In French, for people. */
    public String label() {
        return label;
    }
}
