package fr.appui.web.physician;

import fr.appui.trace.Term;
import java.util.List;

/** What an outcome may say, in the order of the nomenclature: its author puts the most likely first. */
record OutcomeLists(List<Term> callers, List<Term> motives, List<Term> orientations, List<Term> places) {

    /** The four conditions of the cahier des charges §2, by their field. */
    public List<Condition> conditions(OutcomeEntry entry) {
        return List.of(
                new Condition("adult", "Patient adulte", entry.adult),
                new Condition("home", "À domicile ou en établissement médico-social", entry.home),
                new Condition("known", "Connu d’une équipe palliative", entry.known),
                new Condition("evaluated", "Évaluation ou décision palliative tracée", entry.evaluated));
    }

    record Condition(String field, String label, String answer) {}
}
