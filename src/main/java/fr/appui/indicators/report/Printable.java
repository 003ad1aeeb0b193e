package fr.appui.indicators.report;

import java.util.List;

/**
 * What a rendering prints: a title page, sections, an annex.
 *
 * @param marking which document it is and for whom, said in every format; empty for a document of one kind only
 * @param lines of the title page under the title, in order
 * @param signedBy in what capacity each signs on the title page, two at most; empty for no signature
 * @param footer repeated at the foot of each page
 */
public record Printable(
        String title,
        String subject,
        String marking,
        List<String> lines,
        List<String> signedBy,
        String footer,
        List<Section> sections,
        List<Definition> definitions) {

    public Printable {
        lines = List.copyOf(lines);
        signedBy = List.copyOf(signedBy);
        sections = List.copyOf(sections);
        definitions = List.copyOf(definitions);
    }
}
