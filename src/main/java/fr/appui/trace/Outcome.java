package fr.appui.trace;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the physician records of a call (domain §7). Codes are those of one nomenclature version. A draft may lack anything;
 * {@link OutcomeRules} says what a final one needs. No identity of a patient, anywhere.
 *
 * @param note free text, only where the territory's coordinator enabled it
 * @param withoutAdvice what the caller said they would have done otherwise; empty when nobody asked
 * @param nature of the advice, beside the orientation; empty when it was not said
 * @param information what was at hand: what is not among it was not; empty when it is not known
 * @param handOver what the day team is asked; empty for nothing
 */
public record Outcome(
        Optional<String> callerProfile,
        List<String> motives,
        List<String> orientations,
        PatientConditions eligibility,
        Optional<String> placeOfCare,
        Optional<Duration> duration,
        Optional<String> note,
        Optional<WithoutAdvice> withoutAdvice,
        Optional<AdviceNature> nature,
        List<InformationAtHand> information,
        Optional<HandOver> handOver) {

    public static final Outcome EMPTY = new Outcome(
            Optional.empty(),
            List.of(),
            List.of(),
            PatientConditions.NOT_ASKED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** One that says nothing of what may be left out. */
    public Outcome(
            Optional<String> callerProfile,
            List<String> motives,
            List<String> orientations,
            PatientConditions eligibility,
            Optional<String> placeOfCare,
            Optional<Duration> duration,
            Optional<String> note,
            Optional<WithoutAdvice> withoutAdvice) {
        this(
                callerProfile,
                motives,
                orientations,
                eligibility,
                placeOfCare,
                duration,
                note,
                withoutAdvice,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    public Outcome {
        motives = motives.stream().distinct().toList();
        orientations = orientations.stream().distinct().toList();
        note = note.map(String::strip).filter(text -> !text.isEmpty());
        // a sheet of before it was asked has none
        information = information == null
                ? List.of()
                : information.stream().distinct().sorted().toList();
        withoutAdvice = withoutAdvice.filter(answer -> answer != WithoutAdvice.NOT_ASKED);
    }

    /** The outcome a form opens with: the talk time of the trace, everything else to be said. */
    public static Outcome proposed(Optional<Duration> talkTime) {
        return new Outcome(
                EMPTY.callerProfile,
                EMPTY.motives,
                EMPTY.orientations,
                EMPTY.eligibility,
                EMPTY.placeOfCare,
                talkTime.map(Outcome::toWholeMinutes),
                EMPTY.note,
                EMPTY.withoutAdvice);
    }

    /** Rounded to the nearest minute, and never under one: a call that took place took time. */
    private static Duration toWholeMinutes(Duration talkTime) {
        return Duration.ofMinutes(Math.max(1, talkTime.plusSeconds(30).toMinutes()));
    }
}
