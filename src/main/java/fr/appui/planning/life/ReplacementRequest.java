package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.DutyRung;
import fr.appui.rota.Substitution.Act;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * A physician cannot hold a duty any more and every colleague who could is asked. Whoever asked holds it until one
 * of them accepts.
 *
 * @param giver who holds the duty
 * @param asked colleagues in the order in which the rules put them, each with their answer
 * @param act who asked, why and when: the physician, or the coordinator on their behalf
 */
public record ReplacementRequest(
        UUID id,
        TerritoryCode territory,
        LocalDate date,
        DutyRung rung,
        PhysicianId giver,
        SequencedMap<PhysicianId, Answer> asked,
        Status status,
        Act act) {

    public enum Answer {
        NONE("n’a pas encore répondu"),
        ACCEPTED("a accepté"),
        DECLINED("ne peut pas");

        private final String label;

        Answer(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum Status {
        OPEN("en attente"),
        TAKEN("acceptée"),
        WITHDRAWN("retirée"),
        /** The duty is over, or changed hands by another act. */
        OVERTAKEN("sans objet");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public ReplacementRequest {
        asked = new LinkedHashMap<>(asked);
    }

    public boolean asks(PhysicianId physician) {
        return asked.containsKey(physician);
    }

    /** Those who gave this answer, in the order of asking. */
    public List<PhysicianId> who(Answer answer) {
        return asked.entrySet().stream()
                .filter(one -> one.getValue() == answer)
                .map(Map.Entry::getKey)
                .toList();
    }

    ReplacementRequest answered(PhysicianId physician, Answer answer) {
        var answers = new LinkedHashMap<>(asked);
        Objects.requireNonNull(answers.replace(physician, answer), "only who was asked answers");
        return new ReplacementRequest(id, territory, date, rung, giver, answers, status, act);
    }

    ReplacementRequest now(Status other) {
        return new ReplacementRequest(id, territory, date, rung, giver, asked, other, act);
    }
}
