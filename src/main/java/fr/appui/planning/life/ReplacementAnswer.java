package fr.appui.planning.life;

/** What came of asking colleagues for a duty, or of answering. */
public sealed interface ReplacementAnswer {

    record Done(ReplacementRequest request) implements ReplacementAnswer {}

    /** The act of replacement was refused by a rule. */
    record Refused(RuleBreach breach) implements ReplacementAnswer {}

    /** No such request waits for this act of this physician: what is others' answers as what does not exist. */
    record NotTheirs() implements ReplacementAnswer {

        public static final String WHY =
                "Aucune demande de remplacement de ce nom n’attend cela de ce médecin : seul un"
                        + " médecin sollicité répond, seul celui qui demande retire.";
    }

    /** @param field what to correct @param why in French, with the remedy */
    record Senseless(String field, String why) implements ReplacementAnswer {}
}
