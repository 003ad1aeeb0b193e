package fr.appui.directory;

import fr.appui.french.InvalidInput;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a physician takes part in a territory's service: on a declaration of their own (doc 001 §4, « sur la base du volontariat »),
 * or because service in a USP includes it (ibid., notes 1 and 3).
 *
 * @param appliedOn when they offered themselves; until the declaration they are a candidate
 * @param declaredOn when they declared that they volunteer
 * @param leftOn the last day on which they take part
 */
public record Volunteering(
        TerritoryCode territory,
        Basis basis,
        Optional<LocalDate> appliedOn,
        Optional<LocalDate> declaredOn,
        Optional<LocalDate> leftOn) {

    public enum Basis {
        DECLARATION("volontariat"),
        USP_SERVICE("obligation de service (USP)");

        private final String label;

        Basis(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum State {
        CANDIDATE("Candidat"),
        TAKES_PART("Participe"),
        LEFT("Parti");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** As a person is told what is kept of them. */
    Map<String, String> told() {
        var told = new LinkedHashMap<String, String>();
        told.put("participation", basis.label());
        told.put("territoire", territory.value());
        appliedOn.ifPresent(date -> told.put("candidature", date.toString()));
        declaredOn.ifPresent(date -> told.put("déclaration", date.toString()));
        leftOn.ifPresent(date -> told.put("départ", date.toString()));
        return told;
    }

    public Volunteering {
        if (appliedOn.isEmpty() && declaredOn.isEmpty()) {
            throw new InvalidInput("volontariat : donner la date de la candidature ou celle de la déclaration");
        }
        inOrder(appliedOn, declaredOn, "la déclaration précède la candidature");
        inOrder(appliedOn, leftOn, "le départ précède la candidature");
        inOrder(declaredOn, leftOn, "le départ précède la déclaration");
    }

    private static void inOrder(Optional<LocalDate> first, Optional<LocalDate> then, String otherwise) {
        if (first.isPresent() && then.filter(first.get()::isAfter).isPresent()) {
            throw new InvalidInput("volontariat : " + otherwise + " ; corriger l’une des deux dates");
        }
    }

    /** From when on they take part; empty while they are a candidate. */
    public Optional<LocalDate> begins() {
        return declaredOn.or(() -> basis == Basis.USP_SERVICE ? appliedOn : Optional.empty());
    }

    public State on(LocalDate date) {
        if (leftOn.filter(date::isAfter).isPresent()) {
            return State.LEFT;
        }
        return begins().filter(first -> !first.isAfter(date)).isPresent() ? State.TAKES_PART : State.CANDIDATE;
    }
}
