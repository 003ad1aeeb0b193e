package fr.appui.indicators.sample;

import static fr.appui.indicators.sample.Chance.Weighted.of;

import fr.appui.indicators.sample.Chance.Weighted;
import fr.appui.indicators.sample.SampleCall.Logged;
import fr.appui.trace.Answer;
import fr.appui.trace.Origin;
import fr.appui.trace.Outcome;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.PatientConditions;
import fr.appui.trace.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What physicians log. Motives as Supportive Care UK reports them (symptoms 58 %, emergencies 18 %, medication 16 %, ethics
 * 1.5 %); over three quarters solved on the phone and hospital advised in about 5 %, as Pallifon does.
 */
final class SampleOutcomes {

    private static final List<Weighted<String>> SYMPTOMS = List.of(
            of("PAIN", 24),
            of("DYSPNOEA", 13),
            of("AGITATION_OR_CONFUSION", 10),
            of("ANXIETY_OR_DISTRESS", 5),
            of("NAUSEA_VOMITING_OBSTRUCTION", 4),
            of("OTHER_SYMPTOM", 3));
    private static final List<Weighted<String>> EMERGENCIES =
            List.of(of("SEDATION", 9), of("ORIENTATION_OR_ADMISSION", 6), of("DYSPNOEA", 3));
    private static final List<Weighted<String>> MEDICATION =
            List.of(of("ANTICIPATED_PRESCRIPTIONS", 10), of("TREATMENT_DECISION", 6));
    private static final List<Weighted<String>> OTHER = List.of(
            of("FAMILY_SUPPORT", 3),
            of("COMMUNICATION", 1.5),
            of("ETHICAL_QUESTION", 1.5),
            of("SOCIAL_OR_SPIRITUAL_SUFFERING", 0.7),
            of("OUT_OF_SCOPE", 1.3));
    private static final List<Weighted<List<Weighted<String>>>> MOTIVES =
            List.of(of(SYMPTOMS, 58), of(EMERGENCIES, 18), of(MEDICATION, 16), of(OTHER, 8));

    private static final List<Weighted<List<String>>> ORIENTATIONS = List.of(
            of(List.of("STAY_WITH_ADVICE"), 44),
            of(List.of("STAY_WITH_ADVICE", "PRESCRIBER_PROPOSAL"), 20),
            of(List.of("PRESCRIBER_PROPOSAL"), 9),
            of(List.of("STAY_WITH_ADVICE", "EMSP"), 6),
            of(List.of("GP_OR_PDSA"), 5),
            of(List.of("HAD"), 4),
            of(List.of("DAC"), 2),
            of(List.of("USP_OR_LISP"), 3),
            of(List.of("OTHER_ADMISSION"), 1.5),
            of(List.of("EMERGENCY_DEPARTMENT"), 1.5),
            of(List.of("SAMU"), 3),
            of(List.of("REDIRECTED"), 1));

    private static final List<Weighted<String>> PHYSICIANS = List.of(
            of("GENERAL_PRACTITIONER", 26),
            of("HAD_COORDINATING_PHYSICIAN", 7),
            of("EMS_COORDINATING_PHYSICIAN", 6),
            of("OTHER_PHYSICIAN", 4));
    private static final List<Weighted<String>> NURSES = List.of(
            of("INDEPENDENT_NURSE", 13),
            of("EHPAD_NIGHT_NURSE", 11),
            of("HAD_NURSE", 8),
            of("EMS_NURSE", 4),
            of("SSIAD_NURSE", 3));
    private static final List<Weighted<String>> EMERGENCY_SERVICES = List.of(of("SAMU", 6), of("SAS", 3), of("PDSA", 3));
    private static final List<Weighted<String>> PLACES = List.of(
            of("HOME", 46), of("EHPAD", 28), of("HAD_AT_HOME", 16), of("OTHER_EMS", 6), of("NOT_KNOWN", 4));

    private final Chance chance;

    SampleOutcomes(Chance chance) {
        this.chance = chance;
    }

    Optional<Logged> logged(Profile menuChoice, Origin origin, Duration talk) {
        return chance.weighted(List.of(
                of(Optional.of(OutcomeStatus.FINAL), 93),
                of(Optional.of(OutcomeStatus.DRAFT), 3),
                of(Optional.<OutcomeStatus>empty(), 4)))
                .map(status -> new Logged(status, outcome(menuChoice, origin, talk)));
    }

    private Outcome outcome(Profile menuChoice, Origin origin, Duration talk) {
        return new Outcome(
                Optional.of(profile(menuChoice, origin)),
                motives(),
                chance.weighted(ORIENTATIONS),
                new PatientConditions(mostly(98), mostly(96), mostly(88), mostly(82)),
                Optional.of(chance.weighted(PLACES)),
                Outcome.proposed(Optional.of(talk)).duration(),
                Optional.empty());
    }

    private String profile(Profile menuChoice, Origin origin) {
        if (origin != Origin.PUBLIC) {
            return origin.name();
        }
        return switch (menuChoice) {
            case PHYSICIAN -> chance.weighted(PHYSICIANS);
            case NURSE -> chance.weighted(NURSES);
            case EMERGENCY_SERVICES -> chance.weighted(EMERGENCY_SERVICES);
            case PATIENT_OR_FAMILY -> "NOT_ELIGIBLE";
            case UNKNOWN -> chance.in100(80) ? "OTHER_PROFESSIONAL" : "NOT_ELIGIBLE";
        };
    }

    private List<String> motives() {
        List<String> motives = new ArrayList<>(List.of(chance.weighted(chance.weighted(MOTIVES))));
        if (chance.in100(24)) {
            motives.add(chance.weighted(chance.weighted(MOTIVES)));
        }
        return motives;
    }

    private Answer mostly(int percent) {
        if (chance.in100(percent)) {
            return Answer.YES;
        }
        return chance.in100(60) ? Answer.NOT_KNOWN : Answer.NO;
    }
}
