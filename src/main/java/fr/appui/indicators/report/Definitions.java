package fr.appui.indicators.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What every indicator means, from {@code indicators/definitions.yaml}: the annex and {@code docs/fr/indicateurs.md} print it. */
public final class Definitions {

    private static final String FILE = "/indicators/definitions.yaml";
    public static final List<Definition> ALL = read();

    private Definitions() {}

    private static List<Definition> read() {
        try (InputStream file = Definitions.class.getResourceAsStream(FILE)) {
            List<Map<String, String>> entries =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(file, FILE));
            return entries.stream()
                    .map(entry -> new Definition(
                            field(entry, "code"),
                            field(entry, "label"),
                            field(entry, "formula"),
                            field(entry, "source"),
                            field(entry, "example"),
                            field(entry, "excludes")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String field(Map<String, String> entry, String name) {
        return Objects.requireNonNull(entry.get(name), () -> FILE + ": " + entry.get("code") + " lacks " + name);
    }
}
