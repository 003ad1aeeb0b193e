package fr.appui.trace;

import java.util.stream.Stream;

/**
 * The conditions a patient must meet together (cahier des charges §2), as far as the physician learnt them.
 *
 * @param atHome at home, a medico-social establishment included
 * @param knownToTeam known to an EMSP, USP, HAD, DAC or LISP
 * @param evaluated a palliative evaluation or decision is traced in the record
 */
public record PatientConditions(
        EligibilityAnswer adult, EligibilityAnswer atHome, EligibilityAnswer knownToTeam, EligibilityAnswer evaluated) {

    public static final PatientConditions NOT_ASKED = new PatientConditions(
            EligibilityAnswer.NOT_KNOWN,
            EligibilityAnswer.NOT_KNOWN,
            EligibilityAnswer.NOT_KNOWN,
            EligibilityAnswer.NOT_KNOWN);

    /** NO as soon as one condition fails, YES when all hold, NOT_KNOWN otherwise. */
    public EligibilityAnswer verdict() {
        if (answers().anyMatch(answer -> answer == EligibilityAnswer.NO)) {
            return EligibilityAnswer.NO;
        }
        return answers().allMatch(answer -> answer == EligibilityAnswer.YES)
                ? EligibilityAnswer.YES
                : EligibilityAnswer.NOT_KNOWN;
    }

    private Stream<EligibilityAnswer> answers() {
        return Stream.of(adult, atHome, knownToTeam, evaluated);
    }
}
