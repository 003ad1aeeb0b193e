package fr.appui.indicators.report;

import fr.appui.french.WrittenValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A region's « trame » (doc 001 §6): which sections a report has, in which order and under which headings, and which figures are
 * left out. What a section counts is not a region's to change.
 *
 * @param version as the region names it @param from the first year that it is for
 */
public record ReportTemplate(String version, int from, List<Part> parts) {

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

    /** @param title empty for the usual one @param without codes of indicators whose tables are left out */
    public record Part(String code, Optional<String> title, Set<String> without) {
        public Part {
            without = Set.copyOf(without);
        }
    }

    public ReportTemplate {
        parts = List.copyOf(parts);
    }

    /** The sections of the region, as far as this year has them. */
    public AnnualReport applyTo(AnnualReport report) {
        if (report.heading().year() < from) {
            return report;
        }
        return report.withSections(parts.stream()
                .flatMap(part -> report.sections().stream()
                        .filter(section -> section.code().equals(part.code()))
                        .map(section -> laidOut(section, part)))
                .toList());
    }

    private static Section laidOut(Section section, Part part) {
        return new Section(
                section.code(),
                part.title().orElse(section.title()),
                section.blocks().stream()
                        .filter(block -> !(block instanceof Block.Table table
                                && table.indicator()
                                        .filter(part.without()::contains)
                                        .isPresent()))
                        .toList());
    }

    /** @throws IllegalArgumentException naming the line and the remedy, in French */
    public static ReportTemplate read(String yaml) {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
            return new Reading().template(root);
        } catch (YAMLException unreadable) {
            throw new IllegalArgumentException("trame : " + unreadable.getMessage(), unreadable);
        }
    }

    /** Reads nodes, which know their lines. */
    private static final class Reading {

        private final Set<String> seen = new HashSet<>();

        ReportTemplate template(Node root) {
            String version = "";
            int from = 0;
            List<Part> parts = new ArrayList<>();
            for (NodeTuple field : mapping(root).getValue()) {
                switch (text(field.getKeyNode())) {
                    case "version" -> version = text(field.getValueNode());
                    case "from" -> from = year(field.getValueNode());
                    case "sections" -> sequence(field.getValueNode()).getValue().forEach(node -> parts.add(part(node)));
                    default -> throw unknown(field.getKeyNode(), "version, from ou sections");
                }
            }
            if (version.isBlank() || from == 0 || parts.isEmpty()) {
                throw new IllegalArgumentException("trame : indiquer version, from (année) et sections");
            }
            return new ReportTemplate(version, from, parts);
        }

        private Part part(Node node) {
            String code = "";
            Optional<String> title = Optional.empty();
            Set<String> without = new HashSet<>();
            for (NodeTuple field : mapping(node).getValue()) {
                switch (text(field.getKeyNode())) {
                    case "code" -> code = code(field.getValueNode());
                    case "title" -> title = Optional.of(text(field.getValueNode()));
                    case "without" ->
                        sequence(field.getValueNode()).getValue().forEach(each -> without.add(indicator(each)));
                    default -> throw unknown(field.getKeyNode(), "code, title ou without");
                }
            }
            if (code.isEmpty()) {
                throw wrong(node, "indiquer le code de la rubrique, parmi " + String.join(", ", SECTIONS));
            }
            return new Part(code, title, without);
        }

        private String code(Node node) {
            String code = text(node);
            if (!SECTIONS.contains(code)) {
                throw unknown(node, String.join(", ", SECTIONS));
            }
            if (!seen.add(code)) {
                throw wrong(node, "« " + code + " » figure deux fois ; n’en garder qu’une");
            }
            return code;
        }

        private static String indicator(Node node) {
            String code = text(node);
            if (Definitions.ALL.stream()
                    .noneMatch(definition -> definition.code().equals(code))) {
                throw wrong(node, WrittenValue.refused(code, "n’est pas un indicateur", "voir docs/indicators.md"));
            }
            return code;
        }

        private static int year(Node node) {
            String text = text(node);
            if (!text.matches("20\\d{2}")) {
                throw wrong(node, WrittenValue.refused(text, "n’est pas une année", "écrire par exemple 2026"));
            }
            return Integer.parseInt(text);
        }

        private static MappingNode mapping(Node node) {
            if (node instanceof MappingNode mapping) {
                return mapping;
            }
            throw wrong(node, "écrire « champ : valeur »");
        }

        private static SequenceNode sequence(Node node) {
            if (node instanceof SequenceNode sequence) {
                return sequence;
            }
            throw wrong(node, "écrire une liste, une ligne « - … » par élément");
        }

        private static String text(Node node) {
            if (node instanceof ScalarNode scalar) {
                return scalar.getValue().strip();
            }
            throw wrong(node, "écrire un texte");
        }

        private static IllegalArgumentException unknown(Node node, String known) {
            return wrong(node, "« " + text(node) + " » est inconnu ; choisir parmi " + known);
        }

        private static IllegalArgumentException wrong(Node node, String what) {
            return new IllegalArgumentException(
                    "trame, ligne " + (node.getStartMark().getLine() + 1) + " : " + what);
        }
    }
}
