package fr.appui.indicators;

import static fr.appui.indicators.Breakdown.ALL;
import static fr.appui.indicators.Breakdown.NOT_LOGGED;
import static fr.appui.indicators.Breakdown.NOT_SAID;
import static fr.appui.indicators.Breakdown.labels;
import static fr.appui.indicators.Breakdown.several;
import static fr.appui.indicators.Breakdown.single;

import fr.appui.indicators.CountedCall.Logged;
import fr.appui.trace.AdviceNature;
import fr.appui.trace.EligibilityAnswer;
import fr.appui.trace.HandOver;
import fr.appui.trace.InformationAtHand;
import fr.appui.trace.Meaning;
import fr.appui.trace.Outcome;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.PatientConditions;
import fr.appui.trace.TermKind;
import fr.appui.trace.WithoutAdvice;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The indicators that need the physician's word. Each adds up to the calls that a physician answered. */
public final class OutcomeBreakdowns {

    public static final Breakdown COMPLETENESS = single(
            "outcome-completeness",
            "Traçabilité des appels par les médecins",
            OutcomeBreakdowns::advised,
            (call, lens) -> call.logged().map(logged -> logged.status().name()).orElse(NOT_LOGGED),
            labels(
                    OutcomeStatus.FINAL.name(),
                    "Tracés",
                    OutcomeStatus.DRAFT.name(),
                    "Brouillons",
                    NOT_LOGGED,
                    "Sans trace"));

    public static final Breakdown CALLER_PROFILES = coded(
            "caller-profiles",
            "Profil des appelants",
            TermKind.CALLER_PROFILE,
            false,
            outcome -> outcome.callerProfile().map(List::of).orElse(List.of()));

    public static final Breakdown CALLER_FAMILIES = single(
            "caller-families",
            "Appelants par famille",
            OutcomeBreakdowns::advised,
            (call, lens) ->
                    call.counted().flatMap(logged -> family(logged, lens)).orElse(NOT_LOGGED),
            labels(
                    Meaning.PHYSICIAN.name(),
                    "Médecins",
                    Meaning.NURSE.name(),
                    "Infirmières et infirmiers",
                    Meaning.EMERGENCY_SERVICES.name(),
                    "SAMU, SAS, PDSA",
                    Meaning.OTHER_PROFESSIONAL.name(),
                    "Autres professionnels",
                    Meaning.NOT_ELIGIBLE.name(),
                    "Non éligibles",
                    NOT_LOGGED,
                    "Non tracé"));

    public static final Breakdown MOTIVES =
            coded("motives", "Motifs des sollicitations", TermKind.MOTIVE, true, Outcome::motives);

    public static final Breakdown ORIENTATIONS =
            coded("orientations", "Orientations données", TermKind.ORIENTATION, true, Outcome::orientations);

    public static final Breakdown PLACES_OF_CARE = coded(
            "places-of-care",
            "Lieu de prise en charge",
            TermKind.PLACE_OF_CARE,
            false,
            outcome -> outcome.placeOfCare().map(List::of).orElse(List.of()));

    /** What was advised, which says nothing of what would have happened otherwise. */
    public static final Breakdown HOSPITALISATIONS = single(
            "hospitalisations",
            "Hospitalisation ou maintien conseillés",
            OutcomeBreakdowns::advised,
            (call, lens) ->
                    call.counted().map(logged -> hospitalisation(logged, lens)).orElse(NOT_LOGGED),
            labels(
                    "ADVISED",
                    "Hospitalisation conseillée",
                    "STAYS",
                    "Maintien au lieu de vie conseillé",
                    "NEITHER",
                    "Ni l’un ni l’autre",
                    NOT_LOGGED,
                    "Non tracé"));

    public static final Breakdown WITHOUT_ADVICE_ASKED = single(
            "without-advice-asked",
            "« Sans cet avis, qu’auriez-vous fait ? » : question posée",
            OutcomeBreakdowns::advised,
            (call, lens) -> call.counted()
                    .map(logged -> logged.outcome().withoutAdvice().isPresent() ? "ASKED" : "NOT_ASKED")
                    .orElse(NOT_LOGGED),
            labels("ASKED", "Posée", "NOT_ASKED", "Non posée", NOT_LOGGED, "Non tracé"));

    /** Of those who were asked. */
    public static final Breakdown WITHOUT_ADVICE = single(
            "without-advice",
            "« Sans cet avis, qu’auriez-vous fait ? » : réponses des appelants",
            call -> advised(call) && answer(call).isPresent(),
            (call, lens) -> answer(call).map(WithoutAdvice::name).orElse(NOT_SAID),
            labels(
                    Stream.of(WithoutAdvice.values())
                            .filter(answer -> answer != WithoutAdvice.NOT_ASKED)
                            .toArray(WithoutAdvice[]::new),
                    WithoutAdvice::label));

    /** Beside the orientation: what the advice was. */
    public static final Breakdown NATURES = single(
            "advice-nature",
            "Nature du conseil",
            OutcomeBreakdowns::advised,
            (call, lens) -> call.counted()
                    .map(logged ->
                            logged.outcome().nature().map(AdviceNature::name).orElse(NOT_SAID))
                    .orElse(NOT_LOGGED),
            said(AdviceNature.values(), AdviceNature::label));

    public static final Breakdown INFORMATION = several(
            "information-at-hand",
            "Informations disponibles lors de l’avis",
            OutcomeBreakdowns::advised,
            (call, lens) -> call.counted()
                    .map(logged -> logged.outcome().information().isEmpty()
                            ? List.of(NOT_SAID)
                            : logged.outcome().information().stream()
                                    .map(InformationAtHand::name)
                                    .toList())
                    .orElse(List.of(NOT_LOGGED)),
            said(InformationAtHand.values(), InformationAtHand::label));

    /** What day teams were asked to go on with, by whom. */
    public static final Breakdown HAND_OVERS = single(
            "hand-overs",
            "Suites demandées aux équipes de jour",
            call -> advised(call) && handOver(call).isPresent(),
            (call, lens) -> handOver(call).orElseThrow().whom().name(),
            labels(HandOver.Whom.values(), HandOver.Whom::label));

    public static final Breakdown DURATIONS = single(
            "durations",
            "Durée des appels",
            OutcomeBreakdowns::advised,
            (call, lens) ->
                    durationOf(call).map(OutcomeBreakdowns::durationClass).orElse(NOT_LOGGED),
            labels(
                    "5",
                    "5 min ou moins",
                    "10",
                    "de 5 à 10 min",
                    "15",
                    "de 10 à 15 min",
                    "30",
                    "de 15 à 30 min",
                    "MORE",
                    "plus de 30 min",
                    NOT_LOGGED,
                    "Non connue"));

    /** Those that the median is taken of. */
    public static final Breakdown CALL_LENGTH = single(
            "call-length",
            "Appels dont la durée est connue",
            call -> advised(call) && durationOf(call).isPresent(),
            (call, lens) -> ALL,
            labels(ALL, "Durée connue"));

    public static final Breakdown ELIGIBILITY =
            eligibility("eligibility", "Les quatre conditions réunies", PatientConditions::verdict);

    public static final Breakdown ADULT = eligibility(
            "eligibility-adult", "Patient adulte, ou mineur sur une ligne pédiatrique", PatientConditions::adult);

    public static final Breakdown AT_HOME =
            eligibility("eligibility-at-home", "Patient à domicile ou en EMS", PatientConditions::atHome);

    public static final Breakdown KNOWN_TO_TEAM = eligibility(
            "eligibility-known-to-team",
            "Patient connu d’une équipe de soins palliatifs",
            PatientConditions::knownToTeam);

    public static final Breakdown EVALUATED = eligibility(
            "eligibility-evaluated", "Évaluation ou décision palliative tracée", PatientConditions::evaluated);

    static final List<Breakdown> EVERY = List.of(
            COMPLETENESS,
            CALLER_PROFILES,
            CALLER_FAMILIES,
            MOTIVES,
            ORIENTATIONS,
            PLACES_OF_CARE,
            HOSPITALISATIONS,
            WITHOUT_ADVICE_ASKED,
            WITHOUT_ADVICE,
            NATURES,
            INFORMATION,
            HAND_OVERS,
            DURATIONS,
            CALL_LENGTH,
            ELIGIBILITY,
            ADULT,
            AT_HOME,
            KNOWN_TO_TEAM,
            EVALUATED);

    private OutcomeBreakdowns() {}

    private static boolean advised(CountedCall call) {
        return call.facts().callsForAnOutcome();
    }

    /** The physician's word when the outcome is final, the trace's otherwise. */
    public static Optional<Duration> durationOf(CountedCall call) {
        return call.counted()
                .flatMap(logged -> logged.outcome().duration())
                .or(() -> Optional.of(call.facts().talk()).filter(Duration::isPositive));
    }

    private static Optional<WithoutAdvice> answer(CountedCall call) {
        return call.counted().flatMap(logged -> logged.outcome().withoutAdvice());
    }

    private static Optional<HandOver> handOver(CountedCall call) {
        return call.counted().flatMap(logged -> logged.outcome().handOver());
    }

    /** Labels of an enum, then of what was not said. */
    private static <E extends Enum<E>> Map<String, String> said(E[] values, Function<E, String> label) {
        Map<String, String> labels = labels(values, label);
        labels.put(NOT_SAID, "Non précisé");
        labels.put(NOT_LOGGED, "Non tracé");
        return labels;
    }

    private static String durationClass(Duration duration) {
        long seconds = duration.toSeconds();
        return IntStream.of(5, 10, 15, 30)
                .filter(minutes -> seconds <= minutes * 60L)
                .mapToObj(String::valueOf)
                .findFirst()
                .orElse("MORE");
    }

    private static Optional<String> family(Logged logged, Lens lens) {
        return logged.outcome()
                .callerProfile()
                .flatMap(code -> Arrays.stream(Meaning.values())
                        .filter(meaning -> lens.countsAs(TermKind.CALLER_PROFILE, logged.nomenclature(), code, meaning))
                        .map(Meaning::name)
                        .findFirst());
    }

    private static String hospitalisation(Logged logged, Lens lens) {
        if (orientsTo(logged, lens, Meaning.HOSPITALISATION)) {
            return "ADVISED";
        }
        boolean stays = orientsTo(logged, lens, Meaning.STAYS_IN_PLACE);
        return stays && !orientsTo(logged, lens, Meaning.EMERGENCY) ? "STAYS" : "NEITHER";
    }

    private static boolean orientsTo(Logged logged, Lens lens, Meaning meaning) {
        return logged.outcome().orientations().stream()
                .anyMatch(code -> lens.countsAs(TermKind.ORIENTATION, logged.nomenclature(), code, meaning));
    }

    private static Breakdown eligibility(
            String code, String label, Function<PatientConditions, EligibilityAnswer> condition) {
        return single(
                code,
                label,
                OutcomeBreakdowns::advised,
                (call, lens) -> call.counted()
                        .map(logged ->
                                condition.apply(logged.outcome().eligibility()).name())
                        .orElse(NOT_LOGGED),
                labels(
                        EligibilityAnswer.YES.name(),
                        "Oui",
                        EligibilityAnswer.NO.name(),
                        "Non",
                        EligibilityAnswer.NOT_KNOWN.name(),
                        "Non connu",
                        NOT_LOGGED,
                        "Non tracé"));
    }

    private static Breakdown coded(
            String code, String label, TermKind kind, boolean several, Function<Outcome, List<String>> codes) {
        return new Breakdown(
                code,
                label,
                several,
                OutcomeBreakdowns::advised,
                (call, lens) -> call.counted()
                        .map(logged -> buckets(kind, logged, codes.apply(logged.outcome()), lens))
                        .orElse(List.of(NOT_LOGGED)),
                (lens, bucket) -> switch (bucket) {
                    case NOT_LOGGED -> "Non tracé";
                    case NOT_SAID -> "Non précisé";
                    default -> lens.labelOf(kind, bucket);
                },
                List.of(),
                Optional.of(kind));
    }

    private static List<String> buckets(TermKind kind, Logged logged, List<String> codes, Lens lens) {
        return codes.isEmpty()
                ? List.of(NOT_SAID)
                : codes.stream()
                        .map(code -> lens.bucket(kind, logged.nomenclature(), code))
                        .toList();
    }
}
