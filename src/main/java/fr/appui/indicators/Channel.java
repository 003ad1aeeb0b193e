package fr.appui.indicators;

import fr.appui.trace.Origin;

/** How a call reached the physician: by the line, from which trunk, or outside it and declared afterwards. */
public enum Channel {
    PUBLIC("Ligne de l’appui"),
    SAMU("Transfert ou appel du SAMU"),
    SAS("Transfert ou appel du SAS"),
    DECLARED("Hors ligne, déclaré par le médecin");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static Channel of(Origin origin) {
        return switch (origin) {
            case PUBLIC -> PUBLIC;
            case SAMU -> SAMU;
            case SAS -> SAS;
        };
    }
}
