package fr.appui.web.outcomes;

import fr.appui.directory.Patients;
import fr.appui.trace.AdviceNature;
import fr.appui.trace.HandOver;
import fr.appui.trace.InformationAtHand;
import fr.appui.trace.Meaning;
import fr.appui.trace.Nomenclature;
import fr.appui.trace.Profile;
import fr.appui.trace.Term;
import fr.appui.trace.TermKind;
import fr.appui.trace.UsualTerms;
import fr.appui.trace.WithoutAdvice;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an outcome may say, likely terms first: those used most of late, and callers as the menu heard them.
 *
 * @param handOver whom the day team's work is given to, what it is and until when: opened by whoever has something to give
 */
record OutcomeLists(List<Choice> choices, List<Condition> conditions, List<Choice> handOver) {

    private static final int SHOWN = 6;

    /**
     * One question.
     *
     * @param field as the rules name it; @param input name of the form's field; @param likely shown at once; @param rest behind
     *     a button, opened when one of them is chosen
     */
    record Choice(String field, String input, String label, boolean several, List<Option> likely, List<Option> rest) {

        public boolean isOpen() {
            return rest.stream().anyMatch(Option::chosen);
        }
    }

    record Option(String id, String code, String label, boolean chosen) {}

    /** One of the four conditions of the cahier des charges §2, by its field. */
    record Condition(String field, String label, String answer) {}

    /** @param patients for whom the line answers */
    static OutcomeLists of(
            Nomenclature nomenclature,
            UsualTerms usual,
            Optional<Profile> heard,
            Patients patients,
            OutcomeEntry entry) {
        Set<String> caller = Set.of(entry.caller);
        return new OutcomeLists(
                List.of(
                        choice(Question.MOTIVE, usual.first(TermKind.MOTIVE, nomenclature), Set.copyOf(entry.motive)),
                        choice(
                                Question.ORIENTATION,
                                usual.first(TermKind.ORIENTATION, nomenclature),
                                Set.copyOf(entry.orientation)),
                        choice(
                                Question.CALLER,
                                asHeard(usual.first(TermKind.CALLER_PROFILE, nomenclature), heard),
                                caller),
                        choice(Question.PLACE, usual.first(TermKind.PLACE_OF_CARE, nomenclature), Set.of(entry.place)),
                        choice(
                                Question.WITHOUT_ADVICE,
                                terms(WithoutAdvice.values(), WithoutAdvice::label),
                                Set.of(entry.without)),
                        choice(
                                Question.NATURE,
                                terms(AdviceNature.values(), AdviceNature::label),
                                Set.of(entry.nature)),
                        choice(
                                Question.INFORMATION,
                                terms(InformationAtHand.values(), InformationAtHand::label),
                                Set.copyOf(entry.information))),
                List.of(
                        new Condition("adult", "Patient " + patients.one(), entry.adult),
                        new Condition("home", "À domicile ou en établissement médico-social", entry.home),
                        new Condition("known", "Connu d’une équipe palliative", entry.known),
                        new Condition("evaluated", "Évaluation ou décision palliative tracée", entry.evaluated)),
                List.of(
                        choice(Question.WHOM, whom(), Set.of(entry.suite)),
                        choice(Question.WHAT, terms(HandOver.What.values(), HandOver.What::label), Set.of(entry.todo)),
                        choice(Question.BY, terms(HandOver.By.values(), HandOver.By::label), Set.of(entry.delay))));
    }

    public boolean isHandedOver() {
        return handOver.getFirst().likely().stream()
                .anyMatch(option -> option.chosen() && !option.code().isEmpty());
    }

    /** A choice of nobody takes back a wrong tap. */
    private static List<Term> whom() {
        return Stream.concat(
                        Stream.of(new Term("", "Personne", Set.of())),
                        terms(HandOver.Whom.values(), HandOver.Whom::label).stream())
                .toList();
    }

    private enum Question {
        MOTIVE("motives", "motive", "Motifs de l’appel", true),
        ORIENTATION("orientations", "orientation", "Réponse apportée", true),
        CALLER("callerProfile", "caller", "Qui appelait", false),
        PLACE("placeOfCare", "place", "Lieu de soins", false),
        WITHOUT_ADVICE("withoutAdvice", "without", "Sans cet avis, qu’auriez-vous fait ? (facultatif)", false),
        NATURE("nature", "nature", "Nature du conseil (facultatif)", false),
        INFORMATION("information", "information", "Informations disponibles (facultatif)", true),
        WHOM("handOver", "suite", "À qui", false),
        WHAT("what", "todo", "Quoi", false),
        BY("by", "delay", "Pour quand", false);

        private final String field;
        private final String input;
        private final String label;
        private final boolean several;

        Question(String field, String input, String label, boolean several) {
            this.field = field;
            this.input = input;
            this.label = label;
            this.several = several;
        }
    }

    private static Choice choice(Question question, List<Term> terms, Set<String> chosen) {
        List<Option> options = terms.stream()
                .map(term -> new Option(
                        question.input.charAt(0) + "-" + term.code(),
                        term.code(),
                        term.label(),
                        chosen.contains(term.code())))
                .toList();
        // a button for one more choice would save nothing
        int shown = options.size() <= SHOWN + 1 ? options.size() : SHOWN;
        return new Choice(
                question.field,
                question.input,
                question.label,
                question.several,
                options.subList(0, shown),
                options.subList(shown, options.size()));
    }

    private static <E extends Enum<E>> List<Term> terms(E[] values, Function<E, String> label) {
        return Stream.of(values)
                .map(value -> new Term(value.name(), label.apply(value), Set.of()))
                .toList();
    }

    /** Callers of the family that was keyed come first, each family in the order of use. */
    private static List<Term> asHeard(List<Term> callers, Optional<Profile> heard) {
        Optional<Meaning> family = heard.flatMap(OutcomeLists::family);
        return callers.stream()
                .sorted(Comparator.comparing(
                        (Term term) -> family.filter(term::countsAs).isPresent() ? 0 : 1))
                .toList();
    }

    private static Optional<Meaning> family(Profile profile) {
        return switch (profile) {
            case PHYSICIAN -> Optional.of(Meaning.PHYSICIAN);
            case NURSE -> Optional.of(Meaning.NURSE);
            case EMERGENCY_SERVICES -> Optional.of(Meaning.EMERGENCY_SERVICES);
            case PATIENT_OR_FAMILY -> Optional.of(Meaning.NOT_ELIGIBLE);
            case UNKNOWN -> Optional.empty();
        };
    }
}
