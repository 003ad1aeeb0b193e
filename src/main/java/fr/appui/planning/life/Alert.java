package fr.appui.planning.life;

import fr.appui.directory.TerritoryCode;
import fr.appui.french.WholeCharacters;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something the coordinator must look at. The same kind and subject are the same alert, however often it is seen.
 *
 * @param subject what it is about: a date, a slot, a physician and quarter
 */
public record Alert(TerritoryCode territory, Kind kind, String subject, String sentence) {

    private static final int LONGEST_SENTENCE = 500;

    public enum Kind {
        UNCOVERED_IN_30_DAYS("Plage non couverte dans les 30 jours"),
        UNCOVERED_IN_7_DAYS("Plage non couverte dans les 7 jours"),
        UNCOVERED_TOMORROW("Plage non couverte dans la journée"),
        ELIGIBILITY_LOST("Médecin d’astreinte qui ne remplit plus les conditions"),
        UNAVAILABLE("Médecin d’astreinte qui s’est dit indisponible"),
        RULE_BROKEN("Règle enfreinte par un planning publié"),
        QUOTA_DEROGATION("Dérogation au quota");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** What a published rota breaks since; an older version of the service does not know these. */
        public boolean isOfRule() {
            return this == UNAVAILABLE || this == RULE_BROKEN;
        }

        /** Whether it is about somebody who must be replaced. */
        public boolean asksForReplacement() {
            return this == ELIGIBILITY_LOST || this == UNAVAILABLE;
        }

        /** For hours that nobody holds and that begin so long from now; more than 30 days ahead nothing is alerted yet. */
        static Optional<Kind> uncoveredIn(Duration ahead) {
            if (ahead.compareTo(Duration.ofDays(1)) <= 0) {
                return Optional.of(UNCOVERED_TOMORROW);
            }
            if (ahead.compareTo(Duration.ofDays(7)) <= 0) {
                return Optional.of(UNCOVERED_IN_7_DAYS);
            }
            return ahead.compareTo(Duration.ofDays(30)) <= 0 ? Optional.of(UNCOVERED_IN_30_DAYS) : Optional.empty();
        }
    }

    /** A reason may be as long as a sentence: an alert that storage refused would silence those beside it. */
    public Alert {
        String whole = WholeCharacters.first(LONGEST_SENTENCE, sentence);
        sentence = whole.equals(sentence) ? sentence : WholeCharacters.first(LONGEST_SENTENCE - 1, sentence) + "…";
    }

    boolean isSameAs(Alert other) {
        return kind == other.kind && subject.equals(other.subject);
    }

    /** @param resolvedAt when it was last not seen any more; empty while it stands */
    public record Raised(Alert alert, Instant raisedAt, Optional<Instant> resolvedAt) {}
}
