package fr.appui.rota;

import fr.appui.directory.PhysicianId;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A traced act that changes who holds a published slot, wholly or from a moment within the duty.
 *
 * @param physician who holds it instead; empty to withdraw the holder without replacing them
 */
public record Substitution(UUID id, Slot slot, Kind kind, Optional<PhysicianId> physician, Effect effect, Act act) {

    /** Those of these acts that still say who holds something; the others were superseded. */
    public static List<Substitution> inForce(List<Substitution> acts) {
        return Precedence.inForce(acts);
    }

    /** Which of them holds a slot is {@link Precedence}'s to say. */
    public enum Kind {
        /** What really happened, written down afterwards. */
        HISTORY("Astreinte constatée"),
        /** The coordinator's decision. */
        OVERRIDE("Remplacement décidé par la coordination"),
        /** Agreed between two physicians. */
        SWAP("Échange convenu entre médecins");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** From when to when, half-open; an absent bound is the window's own. */
    public record Effect(Optional<Instant> from, Optional<Instant> until) {
        public Effect {
            if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
                throw new InvalidInput("effet : la fin doit suivre le début");
            }
        }

        public static Effect wholeDuty() {
            return new Effect(Optional.empty(), Optional.empty());
        }

        public static Effect from(Instant moment) {
            return new Effect(Optional.of(moment), Optional.empty());
        }

        public static Effect between(Instant from, Instant until) {
            return new Effect(Optional.of(from), Optional.of(until));
        }

        boolean covers(Effect other) {
            boolean begins = from.isEmpty()
                    || other.from.filter(start -> !start.isBefore(from.get())).isPresent();
            boolean ends = until.isEmpty()
                    || other.until.filter(end -> !end.isAfter(until.get())).isPresent();
            return begins && ends;
        }

        boolean includes(Instant t) {
            return from.filter(t::isBefore).isEmpty()
                    && until.filter(end -> !t.isBefore(end)).isEmpty();
        }
    }

    /** Who decided it, why and when. */
    public record Act(String author, String reason, Instant at) {
        /**
         * Who signed what a version before recorded when somebody had not confirmed that they were there: two acts a duty, by
         * which the two physicians changed places. Nobody had decided it, and it holds no more.
         */
        public static final String PRESENCE_CHECK = "Contrôle de présence";

        private static final int LONGEST = 500;

        public Act {
            if (WrittenValue.isNothing(author) || author.length() > LONGEST) {
                throw new InvalidInput("auteur : à renseigner, en 500 caractères au plus");
            }
            if (WrittenValue.isNothing(reason) || reason.length() > LONGEST) {
                throw new InvalidInput("raison : à renseigner, en 500 caractères au plus");
            }
        }

        public boolean isAPersons() {
            return !author.equals(PRESENCE_CHECK);
        }
    }
}
