package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.InvalidInput;
import fr.appui.planning.SwapProposal;
import fr.appui.planning.SwapProposal.Part;
import fr.appui.rota.Substitution.Act;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Duties of the first rung that one physician offers another, against others or for nothing.
 *
 * @param terms who gives what to whom
 * @param act who proposed it, why and when: the physician, or the coordinator on their behalf
 */
public record SwapOffer(UUID id, TerritoryCode territory, Terms terms, Status status, Act act, Instant expiresAt) {

    public enum Status {
        PROPOSED("proposé"),
        ACCEPTED("accepté"),
        DECLINED("refusé"),
        WITHDRAWN("retiré"),
        EXPIRED("expiré");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param given dates that the proposer leaves to the other
     * @param taken dates that the proposer takes from the other
     * @param from a moment within the one date given: the other takes over in mid-duty
     */
    public record Terms(
            PhysicianId proposer,
            PhysicianId other,
            SortedSet<LocalDate> given,
            SortedSet<LocalDate> taken,
            Optional<Instant> from) {

        private static final int MOST_DATES = 31;

        public Terms {
            given = new TreeSet<>(given);
            taken = new TreeSet<>(taken);
            if (proposer.equals(other)) {
                throw new InvalidInput("échange : choisir un autre médecin que celui qui propose");
            }
            if (given.isEmpty() || given.size() + taken.size() > MOST_DATES) {
                throw new InvalidInput("échange : donner au moins une date, " + MOST_DATES + " dates en tout au plus");
            }
            if (given.stream().anyMatch(taken::contains)) {
                throw new InvalidInput("échange : une même date ne peut être donnée et reprise");
            }
            if (from.isPresent() && (given.size() > 1 || !taken.isEmpty())) {
                throw new InvalidInput("échange : une relève en cours d’astreinte porte sur une seule date donnée");
            }
        }

        SwapProposal proposal(Instant now) {
            return new SwapProposal(new Part(proposer, given), new Part(other, taken), from.orElse(now));
        }

        LocalDate first() {
            return taken.isEmpty() || given.first().isBefore(taken.first()) ? given.first() : taken.first();
        }

        LocalDate last() {
            return taken.isEmpty() || given.last().isAfter(taken.last()) ? given.last() : taken.last();
        }
    }

    SwapOffer now(Status other) {
        return new SwapOffer(id, territory, terms, other, act, expiresAt);
    }
}
