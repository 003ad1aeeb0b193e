package fr.appui.indicators.report;

import fr.appui.directory.TerritoryCode;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One entry of the log of difficulties met, told to the ARS (doc 001 §4: « remonte à l'ARS les difficultés rencontrées »).
 *
 * @param answer what was done about it
 * @param told when the ARS was told of it by mail; empty while it was not
 * @param arsAnswer what the ARS answered
 */
public record Difficulty(
        long id,
        TerritoryCode territory,
        LocalDate date,
        Category category,
        String text,
        Optional<String> answer,
        Optional<Instant> told,
        Optional<String> arsAnswer) {

    public static final int LONGEST_TEXT = 2000;

    public enum Category {
        RECRUITMENT("Recrutement de volontaires"),
        COVERAGE("Couverture des plages"),
        TELEPHONY("Téléphonie et outils"),
        COMMUNICATION("Communication aux acteurs"),
        PARTNERSHIP("Conventions et partenariats"),
        FUNDING("Financement et rémunération"),
        SCOPE("Sollicitations hors périmètre"),
        OTHER("Autre");

        private final String label;

        Category(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** One that was just noted. */
    public Difficulty(
            long id, TerritoryCode territory, LocalDate date, Category category, String text, Optional<String> answer) {
        this(id, territory, date, category, text, answer, Optional.empty(), Optional.empty());
    }

    public Difficulty {
        if (WrittenValue.isNothing(text) || text.length() > LONGEST_TEXT) {
            throw new InvalidInput(
                    "difficulté : décrire en 1 à " + LONGEST_TEXT + " caractères ce qui a été rencontré");
        }
    }
}
