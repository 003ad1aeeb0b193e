package fr.appui.indicators.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a rendering prints: a title page, sections, an annex.
 *
 * @param marking which document it is and for whom, said in every format; empty for a document of one kind only
 * @param lines of the title page under the title, in order
 * @param signatures in what capacity each signs on the title page, two at most; empty for no signature
 * @param footer repeated at the foot of each page
 */
public record Printable(
        String title,
        String subject,
        String marking,
        List<String> lines,
        List<String> signatures,
        String footer,
        List<Section> sections,
        List<Definition> definitions) {

    public Printable {
        lines = List.copyOf(lines);
        signatures = List.copyOf(signatures);
        sections = List.copyOf(sections);
        definitions = List.copyOf(definitions);
    }

    /** The first of them, as programs read it from the time when there was one; empty for none. */
    @JsonProperty
    public String signedBy() {
        return signatures.isEmpty() ? "" : signatures.getFirst();
    }
}
