package fr.appui.trace;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How often each term was used of late, so that a form shows the likely ones first. */
public final class UsualTerms {

    private final Map<TermKind, Map<String, Long>> uses;

    private UsualTerms(Map<TermKind, Map<String, Long>> uses) {
        this.uses = uses;
    }

    public static UsualTerms in(List<Outcome> outcomes) {
        Map<TermKind, Map<String, Long>> uses = new HashMap<>();
        for (Outcome outcome : outcomes) {
            for (TermKind kind : TermKind.values()) {
                codes(outcome, kind)
                        .forEach(code -> uses.computeIfAbsent(kind, none -> new HashMap<>())
                                .merge(code, 1L, Long::sum));
            }
        }
        return new UsualTerms(uses);
    }

    /** Most used first; those used alike keep the order of the nomenclature. */
    public List<Term> first(TermKind kind, Nomenclature nomenclature) {
        Map<String, Long> counts = uses.getOrDefault(kind, Map.of());
        return nomenclature.terms(kind).stream()
                .sorted(Comparator.comparing((Term term) -> -counts.getOrDefault(term.code(), 0L)))
                .toList();
    }

    private static Stream<String> codes(Outcome outcome, TermKind kind) {
        return switch (kind) {
            case CALLER_PROFILE -> outcome.callerProfile().stream();
            case MOTIVE -> outcome.motives().stream();
            case ORIENTATION -> outcome.orientations().stream();
            case PLACE_OF_CARE -> outcome.placeOfCare().stream();
        };
    }
}
