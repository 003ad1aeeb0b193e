package fr.appui.rota;

import fr.appui.directory.TerritoryCode;
import fr.appui.french.InvalidInput;
import java.time.LocalDate;

/** One rung of one date's window in one territory: what a duty, a swap or an override is about. */
public record Slot(TerritoryCode territory, LocalDate date, int rung) {

    public static final int MOST_RUNGS = 5;

    public Slot {
        requireRung(rung);
    }

    static void requireRung(int rung) {
        if (rung < 1 || rung > MOST_RUNGS) {
            throw new InvalidInput("rang : " + rung + " n’existe pas ; choisir de 1 à " + MOST_RUNGS);
        }
    }
}
