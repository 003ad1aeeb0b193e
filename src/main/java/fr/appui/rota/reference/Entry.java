package fr.appui.rota.reference;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenDate;
import fr.appui.french.WrittenTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One mapping of the file: its fields by name, each knowing its line for the refusal. Fields it does not list are refused. */
final class Entry {

    private final String file;
    private final Node node;
    private final Map<String, Node> fields = new HashMap<>();

    Entry(String file, Node node, String... known) {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw refused(node, "des champs « nom: valeur » sont attendus ici");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            add(tuple, Set.of(known));
        }
    }

    /** Builds a value; what the value itself refuses is told with this entry's line. */
    <T> T build(Supplier<T> value) {
        return guarded(node, value);
    }

    String text(String field) {
        return optional(field, Function.identity()).orElseThrow(() -> missing(field));
    }

    <T> T required(String field, Function<String, T> read) {
        return optional(field, read).orElseThrow(() -> missing(field));
    }

    <T> Optional<T> optional(String field, Function<String, T> read) {
        return Optional.ofNullable(fields.get(field)).map(value -> scalar(field, value, read));
    }

    LocalDate date(String field) {
        return optionalDate(field).orElseThrow(() -> missing(field));
    }

    Optional<LocalDate> optionalDate(String field) {
        return optional(field, WrittenDate::read);
    }

    LocalTime time(String field) {
        return optionalTime(field).orElseThrow(() -> missing(field));
    }

    Optional<LocalTime> optionalTime(String field) {
        return optional(field, WrittenTime::read);
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> type) {
        return optionalOneOf(field, type).orElseThrow(() -> missing(field));
    }

    <E extends Enum<E>> Optional<E> optionalOneOf(String field, Class<E> type) {
        return optional(field, value -> constant(value, type));
    }

    List<String> texts(String field) {
        return items(field)
                .map(item -> scalar(field, item, Function.identity()))
                .toList();
    }

    /** The entries of a list, none when the field is absent. */
    List<Entry> entries(String field, String... known) {
        return items(field).map(item -> new Entry(file, item, known)).toList();
    }

    Optional<Entry> entry(String field, String... known) {
        return Optional.ofNullable(fields.get(field)).map(value -> new Entry(file, value, known));
    }

    private Stream<Node> items(String field) {
        Node value = fields.get(field);
        if (value == null) {
            return Stream.empty();
        }
        if (!(value instanceof SequenceNode sequence)) {
            throw refused(value, "champ « " + field + " » : une liste est attendue");
        }
        return sequence.getValue().stream();
    }

    private void add(NodeTuple tuple, Set<String> known) {
        String name = scalar("nom de champ", tuple.getKeyNode(), Function.identity());
        if (!known.contains(name)) {
            String expected = known.stream().sorted().collect(Collectors.joining(", "));
            throw refused(tuple.getKeyNode(), "champ « " + name + " » inconnu ; attendu : " + expected);
        }
        if (fields.put(name, tuple.getValueNode()) != null) {
            throw refused(tuple.getKeyNode(), "champ « " + name + " » donné deux fois ; en garder un");
        }
    }

    private <T> T scalar(String field, Node value, Function<String, T> read) {
        if (!(value instanceof ScalarNode scalar)) {
            throw refused(value, "champ « " + field + " » : une valeur simple est attendue");
        }
        try {
            return read.apply(scalar.getValue());
        } catch (InvalidInput invalid) {
            throw refused(value, "champ « " + field + " » : " + invalid.sentence());
        }
    }

    private static <E extends Enum<E>> E constant(String value, Class<E> type) {
        var names = new ArrayList<String>();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
            names.add(constant.name());
        }
        throw new InvalidInput("« " + value + " » n’existe pas ; choisir parmi " + String.join(", ", names));
    }

    private <T> T guarded(Node where, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidInput invalid) {
            throw refused(where, invalid.sentence());
        }
    }

    private RefusedReference missing(String field) {
        return refused(node, "champ « " + field + " » : à renseigner");
    }

    private RefusedReference refused(Node where, String what) {
        return new RefusedReference(file, where.getStartMark().getLine() + 1, what);
    }
}
