package fr.appui.indicators.report;

import fr.appui.french.WrittenValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

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
    private static final int LONGEST_FILE = 200_000;
    private static final int LONGEST_LABEL = 200;
    private static final int MOST = 60;

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

    /** @throws IllegalArgumentException naming the line and the remedy, in French */
    public static ReportTemplate read(String yaml) {
        if (yaml.length() > LONGEST_FILE) {
            throw new IllegalArgumentException("trame : " + LONGEST_FILE + " caractères au plus");
        }
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
            if (root == null) {
                throw new IllegalArgumentException("trame : le fichier est vide");
            }
            return new Reading().template(root);
        } catch (MarkedYAMLException unreadable) {
            int line = unreadable.getProblemMark() == null
                    ? 1
                    : unreadable.getProblemMark().getLine() + 1;
            throw new IllegalArgumentException(
                    "trame, ligne " + line + " : ce n’est pas du YAML valable (" + unreadable.getProblem() + ")",
                    unreadable);
        } catch (YAMLException unreadable) {
            throw new IllegalArgumentException("trame : " + unreadable.getMessage(), unreadable);
        }
    }

    /** Reads nodes, which know their lines. */
    private static final class Reading {

        private final Set<String> seen = new HashSet<>();
        private final Map<String, Node> placed = new LinkedHashMap<>();
        private final Map<String, Node> asked = new LinkedHashMap<>();
        private int own;

        ReportTemplate template(Node root) {
            String version = "";
            int from = 0;
            List<Field> fields = new ArrayList<>();
            List<Part> parts = new ArrayList<>();
            for (NodeTuple field : mapping(root).getValue()) {
                Node value = field.getValueNode();
                switch (text(field.getKeyNode())) {
                    case "version" -> version = version(value);
                    case "from" -> from = year(value);
                    case "fields" -> elements(value).forEach(node -> fields.add(field(node)));
                    case "sections" -> elements(value).forEach(node -> parts.add(part(node)));
                    default -> throw unknown(field.getKeyNode(), "version, from, fields ou sections");
                }
            }
            if (version.isBlank() || from == 0 || parts.isEmpty()) {
                throw new IllegalArgumentException("trame : indiquer version, from (année) et sections");
            }
            placed.forEach((code, node) -> {
                if (!asked.containsKey(code)) {
                    throw wrong(node, WrittenValue.refused(code, "n’est pas un champ", "l’ajouter sous fields"));
                }
            });
            asked.forEach((code, node) -> {
                if (!placed.containsKey(code)) {
                    throw wrong(node, "le champ « " + code + " » n’est dans aucune rubrique ; l’écrire sous texts");
                }
            });
            return new ReportTemplate(version, from, fields, parts);
        }

        private Field field(Node node) {
            String code = "";
            String label = "";
            String help = "";
            for (NodeTuple field : mapping(node).getValue()) {
                Node value = field.getValueNode();
                switch (text(field.getKeyNode())) {
                    case "code" -> code = text(value);
                    case "label" -> label = label(value);
                    case "help" -> help = label(value);
                    default -> throw unknown(field.getKeyNode(), "code, label ou help");
                }
            }
            if (!code.matches("[a-z][a-z0-9-]{1,39}") || label.isEmpty()) {
                throw wrong(
                        node,
                        "donner au champ un code (lettres minuscules, chiffres et tirets, 40 au plus) et un label");
            }
            if (asked.put(code, node) != null) {
                throw wrong(node, "le champ « " + code + " » figure deux fois ; n’en garder qu’un");
            }
            return new Field(code, label, help);
        }

        private Part part(Node node) {
            String code = "";
            Optional<String> title = Optional.empty();
            Set<String> without = new HashSet<>();
            List<String> figures = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            for (NodeTuple field : mapping(node).getValue()) {
                Node value = field.getValueNode();
                switch (text(field.getKeyNode())) {
                    case "code" -> code = code(value);
                    case "title" -> title = Optional.of(label(value)).filter(text -> !text.isEmpty());
                    case "without" -> elements(value).forEach(each -> without.add(indicator(each)));
                    case "figures" -> elements(value).forEach(each -> figures.add(figure(each)));
                    case "texts" -> elements(value).forEach(each -> texts.add(placed(each)));
                    default -> throw unknown(field.getKeyNode(), "code, title, without, figures ou texts");
                }
            }
            if (code.isEmpty()) {
                if (title.isEmpty() || figures.isEmpty() && texts.isEmpty()) {
                    throw wrong(
                            node,
                            "indiquer le code de la rubrique, parmi " + String.join(", ", SECTIONS)
                                    + ", ou le titre d’une rubrique propre et ses figures ou texts");
                }
                code = OWN + ++own;
            }
            return new Part(code, title, without, figures, texts);
        }

        private String placed(Node node) {
            String code = text(node);
            if (placed.put(code, node) != null) {
                throw wrong(node, "le champ « " + code + " » est placé deux fois ; n’en garder qu’une");
            }
            return code;
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

        private static String figure(Node node) {
            String code = text(node);
            if (!FIGURES.contains(code)) {
                throw unknown(node, String.join(", ", FIGURES));
            }
            return code;
        }

        private static String indicator(Node node) {
            String code = text(node);
            if (Definitions.ALL.stream()
                    .noneMatch(definition -> definition.code().equals(code))) {
                throw wrong(node, WrittenValue.refused(code, "n’est pas un indicateur", "voir docs/fr/indicateurs.md"));
            }
            return code;
        }

        private static String version(Node node) {
            String text = text(node);
            if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,31}")) {
                throw wrong(node, "version : lettres, chiffres, points et tirets, 32 au plus, par exemple HDF-2026");
            }
            return text;
        }

        private static int year(Node node) {
            String text = text(node);
            if (!text.matches("20\\d{2}")) {
                throw wrong(node, WrittenValue.refused(text, "n’est pas une année", "écrire par exemple 2026"));
            }
            return Integer.parseInt(text);
        }

        private static String label(Node node) {
            String text = text(node);
            if (text.length() > LONGEST_LABEL) {
                throw wrong(node, "écrire " + LONGEST_LABEL + " caractères au plus");
            }
            return text;
        }

        private static MappingNode mapping(Node node) {
            if (node instanceof MappingNode mapping) {
                return mapping;
            }
            throw wrong(node, "écrire « champ : valeur »");
        }

        private static List<Node> elements(Node node) {
            if (node instanceof SequenceNode sequence) {
                if (sequence.getValue().size() > MOST) {
                    throw wrong(node, MOST + " éléments au plus");
                }
                return sequence.getValue();
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
