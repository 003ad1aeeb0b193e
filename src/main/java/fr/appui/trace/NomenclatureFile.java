package fr.appui.trace;

import fr.appui.french.WrittenValue;
import fr.appui.trace.NomenclatureReading.Accepted;
import fr.appui.trace.NomenclatureReading.Problem;
import fr.appui.trace.NomenclatureReading.Refused;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a nomenclature from YAML and checks it: every problem is named with its line and field, and a file with one problem
 * is refused whole. The format is the one of {@code nomenclature/default-2026.yaml}.
 */
public final class NomenclatureFile {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final int LONGEST_LABEL = 120;
    private static final int MOST_TERMS = 100;
    private static final int LARGEST_FILE = 200_000;
    private static final Set<String> TERM_FIELDS = Set.of("code", "label", "counts-as");
    private static final Set<String> HEADINGS = Stream.concat(
                    Stream.of("version", "label", "valid-from"),
                    Arrays.stream(TermKind.values()).map(TermKind::heading))
            .collect(Collectors.toUnmodifiableSet());

    private final List<Problem> problems = new ArrayList<>();

    private NomenclatureFile() {}

    public static NomenclatureReading read(String yaml) {
        if (yaml.length() > LARGEST_FILE) {
            return refusedAt(1, "le fichier dépasse " + LARGEST_FILE + " caractères");
        }
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
            return root instanceof MappingNode mapping
                    ? new NomenclatureFile().nomenclature(mapping)
                    : refusedAt(1, "attendu des rubriques version, label, valid-from, " + kinds());
        } catch (MarkedYAMLException unreadable) {
            int line = unreadable.getProblemMark() == null
                    ? 1
                    : unreadable.getProblemMark().getLine() + 1;
            return refusedAt(line, "ce n’est pas du YAML valable (" + unreadable.getProblem() + ")");
        } catch (YAMLException unreadable) {
            return refusedAt(1, "ce n’est pas du YAML valable (" + unreadable.getMessage() + ")");
        }
    }

    private static Refused refusedAt(int line, String message) {
        return new Refused(List.of(new Problem(line, "fichier", message)));
    }

    private static String kinds() {
        return Arrays.stream(TermKind.values()).map(TermKind::heading).collect(Collectors.joining(", "));
    }

    private NomenclatureReading nomenclature(MappingNode root) {
        Map<String, Node> fields = fields(root, "fichier", HEADINGS);
        String version =
                matching(text(fields, root, "version"), VERSION, "lettres, chiffres, points et tirets (32 au plus)");
        String label = labelled(text(fields, root, "label"));
        LocalDate validFrom = date(text(fields, root, "valid-from"));
        Map<TermKind, List<Term>> lists = new EnumMap<>(TermKind.class);
        for (TermKind kind : TermKind.values()) {
            lists.put(kind, terms(kind, fields.get(kind.heading()), root));
        }
        return problems.isEmpty()
                ? new Accepted(new Nomenclature(version, label, validFrom, lists))
                : new Refused(problems);
    }

    private List<Term> terms(TermKind kind, @Nullable Node list, MappingNode root) {
        if (!(list instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            refuse(list == null ? root : list, kind.heading(), "attendu une liste d’au moins un élément");
            return List.of();
        }
        if (sequence.getValue().size() > MOST_TERMS) {
            refuse(list, kind.heading(), "au plus " + MOST_TERMS + " éléments");
        }
        List<Term> terms = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < sequence.getValue().size(); i++) {
            String path = kind.heading() + "[" + (i + 1) + "]";
            Node node = sequence.getValue().get(i);
            Term term = term(kind, path, node);
            if (!term.code().isEmpty() && !seen.add(term.code())) {
                refuse(node, path + ".code", "« " + term.code() + " » figure déjà dans cette liste");
            }
            terms.add(term);
        }
        return List.copyOf(terms);
    }

    private Term term(TermKind kind, String path, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            refuse(node, path, "attendu un code et un libellé, par exemple {code: PAIN, label: \"Douleur\"}");
            return new Term("", "", Set.of());
        }
        Map<String, Node> fields = fields(mapping, path, TERM_FIELDS);
        String code = matching(
                text(fields, mapping, path, "code"), CODE, "majuscules, chiffres et _ (2 à 40), par exemple PAIN");
        String label = labelled(text(fields, mapping, path, "label"));
        Set<Meaning> meanings = meanings(kind, path, fields.get("counts-as"));
        if (kind.requiresMeaning() && meanings.size() != 1 && !fields.containsKey("counts-as")) {
            refuse(node, path + ".counts-as", "chaque élément de cette liste doit dire à quelle famille il appartient");
        }
        return new Term(code, label, meanings);
    }

    private Set<Meaning> meanings(TermKind kind, String path, @Nullable Node node) {
        if (node == null) {
            return Set.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            refuse(node, path + ".counts-as", "attendu une liste, par exemple [SYMPTOM]");
            return Set.of();
        }
        if (kind.requiresMeaning() && sequence.getValue().size() != 1) {
            refuse(node, path + ".counts-as", "attendu exactement une famille");
        }
        Set<Meaning> meanings = new HashSet<>();
        for (Node value : sequence.getValue()) {
            Arrays.stream(Meaning.values())
                    .filter(kind::allows)
                    .filter(meaning ->
                            value instanceof ScalarNode scalar && meaning.name().equals(scalar.getValue()))
                    .findFirst()
                    .ifPresentOrElse(
                            meanings::add,
                            () -> refuse(
                                    value, path + ".counts-as", "valeur inconnue ; choisir parmi " + allowed(kind)));
        }
        return meanings;
    }

    private static String allowed(TermKind kind) {
        return Arrays.stream(Meaning.values())
                .filter(kind::allows)
                .map(Meaning::name)
                .collect(Collectors.joining(", "));
    }

    private Map<String, Node> fields(MappingNode mapping, String path, Set<String> known) {
        Map<String, Node> fields = new LinkedHashMap<>();
        mapping.getValue().forEach(tuple -> {
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!known.contains(name)) {
                refuse(
                        tuple.getKeyNode(),
                        path,
                        "rubrique « " + name + " » inconnue ; attendu "
                                + known.stream().sorted().collect(Collectors.joining(", ")));
            } else if (fields.put(name, tuple.getValueNode()) != null) {
                refuse(tuple.getKeyNode(), path, "rubrique « " + name + " » donnée deux fois");
            }
        });
        return fields;
    }

    private Written text(Map<String, Node> fields, MappingNode parent, String name) {
        return text(fields, parent, "", name);
    }

    private Written text(Map<String, Node> fields, MappingNode parent, String path, String name) {
        String field = path.isEmpty() ? name : path + "." + name;
        Node node = fields.get(name);
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return new Written(node, field, scalar.getValue().strip());
        }
        refuse(node == null ? parent : node, field, "manque ; une valeur est attendue");
        return new Written(parent, field, "");
    }

    private String matching(Written written, Pattern shape, String expected) {
        if (!written.value.isEmpty() && !shape.matcher(written.value).matches()) {
            refuse(
                    written.node,
                    written.field,
                    WrittenValue.refused(written.value, "n’est pas valable", "attendu " + expected));
        }
        return written.value;
    }

    private String labelled(Written written) {
        if (written.value.length() > LONGEST_LABEL) {
            refuse(written.node, written.field, "au plus " + LONGEST_LABEL + " caractères");
        }
        return written.value;
    }

    private LocalDate date(Written written) {
        try {
            return written.value.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(written.value);
        } catch (DateTimeParseException notADate) {
            refuse(
                    written.node,
                    written.field,
                    WrittenValue.refused(written.value, "n’est pas une date", "écrire par exemple 2026-01-01"));
            return LocalDate.EPOCH;
        }
    }

    private void refuse(Node node, String field, String message) {
        problems.add(new Problem(node.getStartMark().getLine() + 1, field, message));
    }

    private record Written(Node node, String field, String value) {}
}
