package fr.appui.indicators.report;

import fr.appui.french.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A region's « trame » (doc 001 §6): which sections a report has, in which order and under which headings, which figures go where,
 * and what the hospital is asked to write besides. What a section counts is not a region's to change.
 *
 * @param version as the region names it @param from the first year that it is for
 * @param fields what the hospital writes
 */
public record ReportTemplate(String version, int from, List<Field> fields, List<Part> parts) {

    /** Every section that a report may have, whether a year has something to say in it or not. */
    static final List<String> SECTIONS = List.of(
            "summary",
            "commentary",
            "quantitative",
            "qualitative",
            "changes",
            "partners",
            "named-list",
            "financial",
            "difficulties",
            "meetings",
            "outlook");

    /** Tables that count nothing that a page lists have a name here, and their title. */
    private static final Map<String, String> NAMED =
            Map.of("key-figures", "Chiffres clés", "extent", "Étendue de la permanence");

    /** Figures that may be put anywhere. None of them tells of a person, so that any section of them can be published. */
    static final List<String> FIGURES = List.of(
            "key-figures",
            "rotations-per-fte",
            "calls-by-month",
            "calls-by-weekday",
            "calls-by-window-kind",
            "calls-by-channel",
            "calls-by-ending",
            "response",
            "regulated-calls-by-ending",
            "time-to-human",
            "answered-by-rung",
            "put-through",
            "durations",
            "outcome-completeness",
            "extent",
            "duties-by-kind",
            "duties-by-coverage",
            "calls-by-menu-choice",
            "caller-families",
            "caller-profiles",
            "motives",
            "orientations",
            "advice-nature",
            "information-at-hand",
            "hospitalisations",
            "hand-overs",
            "without-advice-asked",
            "without-advice",
            "places-of-care");

    /** How the code of a region's own section begins. */
    static final String OWN = "own-";

    private static final Set<String> COUNTED = Set.of("quantitative", "qualitative");

    /** @param code of letters, figures and hyphens @param help empty for none */
    public record Field(String code, String label, String help) {}

    /**
     * @param code of a section that every report has, or of one of the region's own
     * @param title empty for the usual one @param without codes of indicators whose tables are left out
     * @param figures that are put here, from wherever they stand @param texts codes of fields
     */
    public record Part(
            String code, Optional<String> title, Set<String> without, List<String> figures, List<String> texts) {
        public Part {
            without = Set.copyOf(without);
            figures = List.copyOf(figures);
            texts = List.copyOf(texts);
        }
    }

    public ReportTemplate {
        fields = List.copyOf(fields);
        parts = List.copyOf(parts);
    }

    /**
     * The sections of the region, as far as this year has them.
     *
     * @param written by the codes of the fields
     */
    public AnnualReport applyTo(AnnualReport report, Map<String, String> written) {
        if (report.heading().year() < from) {
            return report;
        }
        return report.withSections(parts.stream()
                .flatMap(part -> laidOut(report, part, written).stream())
                .filter(section -> !section.blocks().isEmpty())
                .toList());
    }

    private Optional<Section> laidOut(AnnualReport report, Part part, Map<String, String> written) {
        List<Block> more = Stream.concat(
                        part.figures().stream().flatMap(code -> figure(report, code)),
                        part.texts().stream().flatMap(code -> text(code, written)))
                .toList();
        if (part.code().startsWith(OWN)) {
            return Optional.of(new Section(part.code(), part.title().orElse(""), more));
        }
        return report.sections().stream()
                .filter(section -> section.code().equals(part.code()))
                .findFirst()
                .map(section -> new Section(
                        section.code(),
                        part.title().orElse(section.title()),
                        Stream.concat(without(section.blocks(), part.without()), more.stream())
                                .toList()));
    }

    /** A chart goes with the table behind it. */
    private static Stream<Block> without(List<Block> blocks, Set<String> codes) {
        return Stream.iterate(0, at -> at < blocks.size(), at -> at + 1)
                .filter(at -> !isOf(blocks.get(at), codes)
                        && !(blocks.get(at) instanceof Block.Bars
                                && at + 1 < blocks.size()
                                && isOf(blocks.get(at + 1), codes)))
                .map(blocks::get);
    }

    private static boolean isOf(Block block, Set<String> codes) {
        return block instanceof Block.Table table
                && table.indicator().filter(codes::contains).isPresent();
    }

    private static Stream<Block> figure(AnnualReport report, String code) {
        return report.sections().stream()
                .filter(section -> COUNTED.contains(section.code()))
                .flatMap(section -> {
                    List<Block> blocks = section.blocks();
                    return Stream.iterate(0, at -> at < blocks.size(), at -> at + 1)
                            .filter(at -> isFigure(blocks.get(at), code)
                                    || blocks.get(at) instanceof Block.Bars
                                            && at + 1 < blocks.size()
                                            && isFigure(blocks.get(at + 1), code))
                            .map(blocks::get);
                });
    }

    private static boolean isFigure(Block block, String code) {
        return block instanceof Block.Table table
                && (NAMED.containsKey(code)
                        ? table.title().equals(NAMED.get(code))
                        : table.indicator().filter(code::equals).isPresent());
    }

    private Stream<Block> text(String code, Map<String, String> written) {
        List<String> lines = written.getOrDefault(code, "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String label = fields.stream()
                .filter(field -> field.code().equals(code))
                .map(Field::label)
                .findFirst()
                .orElse(code);
        return Stream.iterate(0, at -> at < lines.size(), at -> at + 1)
                .map(at -> new Block.Paragraph((at == 0 ? label + " : " : "") + lines.get(at)));
    }

    /** @throws InvalidInput naming the line and the remedy, in French */
    public static ReportTemplate read(String yaml) {
        return ReportTemplateReading.of(yaml);
    }
}
