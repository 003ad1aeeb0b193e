package fr.appui.trace;

import java.util.stream.Stream;

/**
 * The conditions a patient must meet together (cahier des charges §2), as far as the physician learnt them.
 *
 * @param atHome at home, a medico-social establishment included
 * @param knownToTeam known to an EMSP, USP, HAD, DAC or LISP
 * @param evaluated a palliative evaluation or decision is traced in the record
 */
public record PatientConditions(Answer adult, Answer atHome, Answer knownToTeam, Answer evaluated) {

    public static final PatientConditions NOT_ASKED =
            new PatientConditions(Answer.NOT_KNOWN, Answer.NOT_KNOWN, Answer.NOT_KNOWN, Answer.NOT_KNOWN);

    /** NO as soon as one condition fails, YES when all hold, NOT_KNOWN otherwise. */
    public Answer verdict() {
        if (answers().anyMatch(answer -> answer == Answer.NO)) {
            return Answer.NO;
        }
        return answers().allMatch(answer -> answer == Answer.YES) ? Answer.YES : Answer.NOT_KNOWN;
    }

    private Stream<Answer> answers() {
        return Stream.of(adult, atHome, knownToTeam, evaluated);
    }
}
