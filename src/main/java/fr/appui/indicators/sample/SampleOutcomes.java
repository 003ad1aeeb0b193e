package fr.appui.indicators.sample;

import static fr.appui.indicators.sample.Weighted.odds;

import fr.appui.indicators.sample.SampleCall.Logged;
import fr.appui.trace.AdviceNature;
import fr.appui.trace.EligibilityAnswer;
import fr.appui.trace.HandOver;
import fr.appui.trace.InformationAtHand;
import fr.appui.trace.Origin;
import fr.appui.trace.Outcome;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.PatientConditions;
import fr.appui.trace.Profile;
import fr.appui.trace.WithoutAdvice;
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
            odds("PAIN", 24),
            odds("DYSPNOEA", 13),
            odds("AGITATION_OR_CONFUSION", 10),
            odds("ANXIETY_OR_DISTRESS", 5),
            odds("NAUSEA_VOMITING_OBSTRUCTION", 4),
            odds("OTHER_SYMPTOM", 3));
    private static final List<Weighted<String>> EMERGENCIES =
            List.of(odds("SEDATION", 9), odds("ORIENTATION_OR_ADMISSION", 6), odds("DYSPNOEA", 3));
    private static final List<Weighted<String>> MEDICATION =
            List.of(odds("ANTICIPATED_PRESCRIPTIONS", 10), odds("TREATMENT_DECISION", 6));
    private static final List<Weighted<String>> OTHER = List.of(
            odds("FAMILY_SUPPORT", 3),
            odds("COMMUNICATION", 1.5),
            odds("ETHICAL_QUESTION", 1.5),
            odds("SOCIAL_OR_SPIRITUAL_SUFFERING", 0.7),
            odds("OUT_OF_SCOPE", 1.3));
    private static final List<Weighted<List<Weighted<String>>>> MOTIVES =
            List.of(odds(SYMPTOMS, 58), odds(EMERGENCIES, 18), odds(MEDICATION, 16), odds(OTHER, 8));

    private static final List<Weighted<List<String>>> ORIENTATIONS = List.of(
            odds(List.of("STAY_WITH_ADVICE"), 44),
            odds(List.of("STAY_WITH_ADVICE", "PRESCRIBER_PROPOSAL"), 20),
            odds(List.of("PRESCRIBER_PROPOSAL"), 9),
            odds(List.of("STAY_WITH_ADVICE", "EMSP"), 6),
            odds(List.of("GP_OR_PDSA"), 5),
            odds(List.of("HAD"), 4),
            odds(List.of("DAC"), 2),
            odds(List.of("USP_OR_LISP"), 3),
            odds(List.of("OTHER_ADMISSION"), 1.5),
            odds(List.of("EMERGENCY_DEPARTMENT"), 1.5),
            odds(List.of("SAMU"), 3),
            odds(List.of("REDIRECTED"), 1));

    private static final List<Weighted<String>> PHYSICIANS = List.of(
            odds("GENERAL_PRACTITIONER", 26),
            odds("HAD_COORDINATING_PHYSICIAN", 7),
            odds("EMS_COORDINATING_PHYSICIAN", 6),
            odds("OTHER_PHYSICIAN", 4));
    private static final List<Weighted<String>> NURSES = List.of(
            odds("INDEPENDENT_NURSE", 13),
            odds("EHPAD_NIGHT_NURSE", 11),
            odds("HAD_NURSE", 8),
            odds("EMS_NURSE", 4),
            odds("SSIAD_NURSE", 3));
    private static final List<Weighted<String>> EMERGENCY_SERVICES =
            List.of(odds("SAMU", 6), odds("SAS", 3), odds("PDSA", 3));
    private static final List<Weighted<String>> PLACES = List.of(
            odds("HOME", 46), odds("EHPAD", 28), odds("HAD_AT_HOME", 16), odds("OTHER_EMS", 6), odds("NOT_KNOWN", 4));

    private static final List<Weighted<WithoutAdvice>> WITHOUT_ADVICE = List.of(
            odds(WithoutAdvice.CALL_15, 31),
            odds(WithoutAdvice.EMERGENCY_DEPARTMENT, 19),
            odds(WithoutAdvice.ADMISSION, 11),
            odds(WithoutAdvice.WAIT, 30),
            odds(WithoutAdvice.OTHER, 9));

    private static final List<Weighted<AdviceNature>> NATURES = List.of(
            odds(AdviceNature.CONDUCT, 48),
            odds(AdviceNature.ANTICIPATED, 21),
            odds(AdviceNature.DECISION, 12),
            odds(AdviceNature.REFERRAL, 11),
            odds(AdviceNature.SUPPORT, 8));

    private static final List<Weighted<List<InformationAtHand>>> INFORMATION = List.of(
            odds(List.of(InformationAtHand.RECORD), 34),
            odds(List.of(InformationAtHand.RECORD, InformationAtHand.DIRECTIVES), 12),
            odds(List.of(InformationAtHand.DLU), 14),
            odds(List.of(InformationAtHand.PALLIATIVE_SHEET), 8),
            odds(List.of(InformationAtHand.NONE), 11),
            odds(List.of(), 21));

    private static final List<Weighted<HandOver>> HAND_OVERS = List.of(
            odds(new HandOver(HandOver.Whom.EMSP, HandOver.What.CALL_BACK, HandOver.By.MORNING), 46),
            odds(new HandOver(HandOver.Whom.GENERAL_PRACTITIONER, HandOver.What.PRESCRIPTIONS, HandOver.By.TODAY), 27),
            odds(new HandOver(HandOver.Whom.HAD, HandOver.What.ORGANISE, HandOver.By.TWO_DAYS), 17),
            odds(new HandOver(HandOver.Whom.DAC, HandOver.What.ORGANISE, HandOver.By.TWO_DAYS), 10));

    private final Chance chance;

    SampleOutcomes(Chance chance) {
        this.chance = chance;
    }

    Optional<Logged> logged(Profile menuChoice, Origin origin, Duration talk) {
        return chance.weighted(List.of(
                        odds(Optional.of(OutcomeStatus.FINAL), 93),
                        odds(Optional.of(OutcomeStatus.DRAFT), 3),
                        odds(Optional.<OutcomeStatus>empty(), 4)))
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
                Optional.empty(),
                withoutAdvice(talk),
                Optional.of(apart(talk, 2).weighted(NATURES))
                        .filter(nature -> apart(talk, 3).in100(74)),
                apart(talk, 4).weighted(INFORMATION),
                Optional.of(apart(talk, 5).weighted(HAND_OVERS))
                        .filter(asked -> apart(talk, 6).in100(18)));
    }

    /** Seeds that are neighbours would draw alike. */
    private static Chance apart(Duration talk, int draw) {
        return new Chance((talk.toMillis() + draw * 7_919L) * 0x9E37_79B9_7F4A_7C15L);
    }

    /** Drawn apart, so that the other draws of a year stay what they are. */
    private static Optional<WithoutAdvice> withoutAdvice(Duration talk) {
        Chance apart = new Chance(talk.toMillis());
        return apart.in100(61) ? Optional.of(apart.weighted(WITHOUT_ADVICE)) : Optional.empty();
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

    private EligibilityAnswer mostly(int percent) {
        if (chance.in100(percent)) {
            return EligibilityAnswer.YES;
        }
        return chance.in100(60) ? EligibilityAnswer.NOT_KNOWN : EligibilityAnswer.NO;
    }
}
