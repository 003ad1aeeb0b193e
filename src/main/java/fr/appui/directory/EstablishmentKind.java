package fr.appui.directory;

/** What employs a physician. Only a health establishment's employees may take duties (doc 001 §2). */
public enum EstablishmentKind {
    PUBLIC_HOSPITAL("Établissement public de santé", true),
    NON_PROFIT_HOSPITAL("Établissement de santé privé d’intérêt collectif", true),
    PRIVATE_HOSPITAL("Établissement de santé privé", true),
    OTHER("Autre structure", false);

    private final String label;
    private final boolean health;

    EstablishmentKind(String label, boolean health) {
        this.label = label;
        this.health = health;
    }

    public String label() {
        return label;
    }

    public boolean isHealthEstablishment() {
        return health;
    }
}
