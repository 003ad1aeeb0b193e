package fr.appui.trace;

import java.util.Set;

/** One entry of a nomenclature. @param code English, stable; @param label French, as shown and printed */
public record Term(String code, String label, Set<Meaning> countsAs) {

    public Term {
        countsAs = Set.copyOf(countsAs);
    }

    public boolean countsAs(Meaning meaning) {
        return countsAs.contains(meaning);
    }
}
