package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Assignment;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Where a quarter's rota stands.
 *
 * @param duties those of the draft where there is one, else as held: what is published with every later act
 * @param fixed of a draft, what the coordinator decided
 * @param stamp rises whenever something of it changes: what an edit was decided on
 * @param version the published one in force, 0 when none is
 */
public record RotaView(
        TerritoryCode territory,
        Quarter quarter,
        State state,
        int version,
        long stamp,
        Assignment duties,
        Assignment fixed,
        Optional<Draft> draft,
        Verdict verdict,
        List<HeldPart> parts) {

    public enum State {
        /** Nothing yet. */
        EMPTY("vide"),
        DRAFT("brouillon"),
        /** A draft that breaks no hard rule. */
        CHECKED("brouillon vérifié"),
        PUBLISHED("publié"),
        /** The quarter is over. */
        CLOSED("clos");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static RotaView of(
            RotaProblem problem,
            Quarter quarter,
            int version,
            long stamp,
            Optional<Draft> draft,
            List<HeldPart> parts,
            Assignment held,
            boolean over) {
        Assignment duties = draft.map(Draft::duties).orElse(held);
        Verdict verdict = Verdict.on(duties, problem);
        return new RotaView(
                problem.territory(),
                quarter,
                state(version, draft, verdict, over),
                version,
                stamp,
                duties,
                draft.map(Draft::fixed).orElse(Assignment.EMPTY),
                draft,
                verdict,
                parts);
    }

    /** Whether dates change by traced acts, each with its reason: there is a version in force and no draft. */
    public boolean isPublished() {
        return isPublished(version, draft);
    }

    static boolean isPublished(int version, Optional<Draft> draft) {
        return version > 0 && draft.isEmpty();
    }

    static State state(int version, Optional<Draft> draft, Verdict verdict, boolean over) {
        if (over) {
            return State.CLOSED;
        }
        if (draft.isPresent()) {
            return verdict.isAllowed() ? State.CHECKED : State.DRAFT;
        }
        return isPublished(version, draft) ? State.PUBLISHED : State.EMPTY;
    }
}
