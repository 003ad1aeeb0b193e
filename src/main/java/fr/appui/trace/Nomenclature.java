package fr.appui.trace;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One dated version of the lists an outcome is logged with. An outcome names its version, so that a later template never
 * changes what an earlier call meant.
 *
 * @param version as the file names it; never reused for another content
 * @param validFrom first day on which calls are logged with it
 */
public record Nomenclature(String version, String label, LocalDate validFrom, Map<TermKind, List<Term>> lists) {

    public Nomenclature {
        lists = Map.copyOf(lists);
    }

    public List<Term> terms(TermKind kind) {
        return lists.getOrDefault(kind, List.of());
    }

    public Optional<Term> term(TermKind kind, String code) {
        return terms(kind).stream().filter(term -> term.code().equals(code)).findFirst();
    }

    /** The label of a code, or the code itself where this version does not know it. */
    public String label(TermKind kind, String code) {
        return term(kind, code).map(Term::label).orElse(code);
    }

    public boolean countsAs(TermKind kind, String code, Meaning meaning) {
        return term(kind, code).map(term -> term.countsAs(meaning)).orElse(false);
    }
}
