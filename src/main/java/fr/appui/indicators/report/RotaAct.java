package fr.appui.indicators.report;

import java.time.LocalDate;

/** A traced change to a published rota. @param text a French sentence, with its reason */
public record RotaAct(LocalDate date, Kind kind, LocalDate dutyDate, String text) {

    public enum Kind {
        DEROGATION("Dérogation au quota"),
        SWAP("Échange convenu entre médecins"),
        OVERRIDE("Remplacement décidé par la coordination"),
        HISTORY("Astreinte constatée");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
