package fr.appui.web.home;

/**
 * Something that waits for the coordinator.
 *
 * @param sentence in French
 * @param act what the link does; empty for who may only read
 * @param address where it is done
 */
public record Matter(Urgency urgency, String sentence, String act, String address) {

    public enum Urgency {
        NOW("Maintenant"),
        SOON("Bientôt"),
        PAST("À revoir"),
        KNOWN("À savoir");

        private final String label;

        Urgency(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    Matter readOnly() {
        return new Matter(urgency, sentence, "", "");
    }

    public boolean isActionable() {
        return !act.isEmpty();
    }
}
