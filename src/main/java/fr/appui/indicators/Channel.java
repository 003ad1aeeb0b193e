package fr.appui.indicators;

import fr.appui.trace.Origin;
import java.util.Optional;

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

    /** Empty for what no figure counts. */
    static Optional<Channel> of(Origin origin) {
        return switch (origin) {
            case PUBLIC -> Optional.of(PUBLIC);
            case SAMU -> Optional.of(SAMU);
            case SAS -> Optional.of(SAS);
            case TRIAL -> Optional.empty();
        };
    }
}
