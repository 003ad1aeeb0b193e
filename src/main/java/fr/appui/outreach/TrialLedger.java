package fr.appui.outreach;

import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The « appels d'essai » of the lines and what came of each, for every node. The number that rang is with the call, as any caller's. */
public interface TrialLedger {

    enum State {
        RINGING("en cours"),
        CONFIRMED("réussi"),
        FAILED("échoué");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** In French, for people. */
        public String label() {
            return label;
        }
    }

    /**
     * @param begunBy the login of a person, a program, or the service itself
     * @param scheduled whether the service began it by itself: one that fails is somebody's to look into
     * @param trouble in French, without a number; empty unless it failed
     */
    record Trial(
            UUID id,
            TerritoryCode territory,
            Instant begunAt,
            String begunBy,
            boolean scheduled,
            State state,
            Optional<String> trouble,
            Optional<Instant> endedAt) {}

    /** @return false while another rings on this line, whichever node began it */
    boolean begin(Trial trial);

    /** @return false when it was over already, or is none */
    boolean end(UUID trial, State state, Optional<String> trouble, Instant at);

    /** Of which nothing was heard since then. */
    int endThoseBegunBefore(Instant begunBefore, String trouble, Instant at);

    Optional<Trial> find(UUID trial);

    /** Latest first. */
    List<Trial> latest(TerritoryCode territory, int most);
}
