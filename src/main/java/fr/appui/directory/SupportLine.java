package fr.appui.directory;

import fr.appui.french.InvalidInput;

/** The one number that a territory publishes, and how its calls are treated. */
public record SupportLine(PhoneNumber number, TerritoryCode territory, LineSettings settings) {

    public SupportLine {
        for (Relief relief : settings.escalation().reliefs()) {
            if (relief instanceof Relief.Neighbour neighbour
                    && neighbour.territory().equals(territory)) {
                throw new InvalidInput(
                        "relais : un territoire ne peut pas être son propre relais ; choisir un territoire voisin");
            }
            if (relief instanceof Relief.Line line && line.number().equals(number)) {
                throw new InvalidInput(
                        "relais : la ligne ne peut pas être son propre relais ; choisir une autre ligne");
            }
        }
    }

    public SupportLine withSettings(LineSettings changed) {
        return new SupportLine(number, territory, changed);
    }
}
