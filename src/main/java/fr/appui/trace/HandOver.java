package fr.appui.trace;

/**
 * What the day team is asked to go on with, in codes: whose patient it is travels by secure mail, outside.
 *
 * @param whom who is asked @param what for @param by until when, from the end of the duty
 */
public record HandOver(Whom whom, What what, By by) {

    public enum Whom {
        EMSP("EMSP"),
        HAD("HAD"),
        DAC("DAC"),
        GENERAL_PRACTITIONER("Médecin traitant");

        private final String label;

        Whom(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum What {
        CALL_BACK("Rappeler l’appelant"),
        REASSESS("Réévaluer la situation"),
        PRESCRIPTIONS("Prévoir des prescriptions anticipées"),
        ORGANISE("Organiser la prise en charge");

        private final String label;

        What(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum By {
        MORNING("dès le matin"),
        TODAY("dans la journée"),
        TWO_DAYS("sous 48 heures");

        private final String label;

        By(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** French: {@code EMSP : rappeler l’appelant, dès le matin}. */
    public String sentence() {
        return whom.label() + " : " + Character.toLowerCase(what.label().charAt(0))
                + what.label().substring(1) + ", " + by.label();
    }
}
