package fr.appui.indicators.report;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import fr.appui.indicators.report.ReportTemplate.Field;
import fr.appui.indicators.report.ReportTemplate.Part;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** Reads a region's template from YAML, whose nodes know their lines. */
final class ReportTemplateReading {

    private static final int LONGEST_FILE = 200_000;
    private static final int LONGEST_LABEL = 200;
    private static final int MOST = 60;

    private final Set<String> seen = new HashSet<>();
    private final Map<String, Node> placed = new LinkedHashMap<>();
    private final Map<String, Node> asked = new LinkedHashMap<>();
    private int own;

    private ReportTemplateReading() {}

    /** @throws InvalidInput naming the line and the remedy, in French */
    static ReportTemplate of(String yaml) {
        if (yaml.length() > LONGEST_FILE) {
            throw new InvalidInput("trame : " + LONGEST_FILE + " caractères au plus");
        }
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
            if (root == null) {
                throw new InvalidInput("trame : le fichier est vide");
            }
            return new ReportTemplateReading().template(root);
        } catch (MarkedYAMLException unreadable) {
            int line = unreadable.getProblemMark() == null
                    ? 1
                    : unreadable.getProblemMark().getLine() + 1;
            throw new InvalidInput(
                    "trame, ligne " + line + " : ce n’est pas du YAML valable (" + unreadable.getProblem() + ")",
                    unreadable);
        } catch (YAMLException unreadable) {
            throw new InvalidInput("trame : " + unreadable.getMessage(), unreadable);
        }
    }

    private ReportTemplate template(Node root) {
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
            throw new InvalidInput("trame : indiquer version, from (année) et sections");
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
                    node, "donner au champ un code (lettres minuscules, chiffres et tirets, 40 au plus) et un label");
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
                        "indiquer le code de la rubrique, parmi " + String.join(", ", ReportTemplate.SECTIONS)
                                + ", ou le titre d’une rubrique propre et ses figures ou texts");
            }
            code = ReportTemplate.OWN + ++own;
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
        if (!ReportTemplate.SECTIONS.contains(code)) {
            throw unknown(node, String.join(", ", ReportTemplate.SECTIONS));
        }
        if (!seen.add(code)) {
            throw wrong(node, "« " + code + " » figure deux fois ; n’en garder qu’une");
        }
        return code;
    }

    private static String figure(Node node) {
        String code = text(node);
        if (!ReportTemplate.FIGURES.contains(code)) {
            throw unknown(node, String.join(", ", ReportTemplate.FIGURES));
        }
        return code;
    }

    private static String indicator(Node node) {
        String code = text(node);
        if (Definitions.ALL.stream().noneMatch(definition -> definition.code().equals(code))) {
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

    private static InvalidInput unknown(Node node, String known) {
        return wrong(node, "« " + text(node) + " » est inconnu ; choisir parmi " + known);
    }

    private static InvalidInput wrong(Node node, String what) {
        return new InvalidInput("trame, ligne " + (node.getStartMark().getLine() + 1) + " : " + what);
    }
}
