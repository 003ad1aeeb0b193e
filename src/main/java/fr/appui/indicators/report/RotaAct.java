package fr.appui.indicators.report;

import java.time.LocalDate;

/** A traced change to a published rota, or to who is rung first. @param text a French sentence, with its reason */
public record RotaAct(LocalDate date, Kind kind, LocalDate dutyDate, String text) {

    public enum Kind {
        DEROGATION("Dérogation au quota"),
        SWAP("Échange convenu entre médecins"),
        OVERRIDE("Remplacement décidé par la coordination"),
        HISTORY("Astreinte réellement tenue, notée après coup"),
        /** Changes the order of ringing alone: neither who holds the duty nor its pay. */
        UNCONFIRMED("Présence non confirmée au début de l’astreinte");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
