package fr.appui.planning;

import fr.appui.french.InvalidInput;

/**
 * A wish the rota honours when nothing weightier stands against it.
 *
 * @param weight 1 (a little) to 3 (a lot)
 */
public record Preference(DateRange dates, Liking liking, int weight) {

    public enum Liking {
        PREFER,
        AVOID
    }

    public Preference {
        if (weight < 1 || weight > 3) {
            throw new InvalidInput("souhait : le poids " + weight + " est hors limites ; choisir de 1 à 3");
        }
    }
}
