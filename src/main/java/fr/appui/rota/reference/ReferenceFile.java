package fr.appui.rota.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** A YAML document on disk or on the class path, read into a {@link Reference}. */
final class ReferenceFile {

    private static final int LARGEST_FILE = 10_000_000;

    private final String name;

    ReferenceFile(String name) {
        this.name = name;
    }

    /** @param readAt stands for the moment of publication of the rotas in the file */
    Reference read(Instant readAt) {
        Entry root = new Entry(name, compose(), "territories", "establishments", "agreements", "physicians", "rotas");
        var directory = new DirectoryReading(root);
        var rotas = new RotaReading(root, directory.physicians(), readAt);
        return new Reference(
                directory.territories(),
                rotas.perimeters(),
                directory.establishments(),
                directory.agreements(),
                directory.physicians(),
                rotas.rotas());
    }

    private Node compose() {
        var options = new LoaderOptions();
        options.setCodePointLimit(LARGEST_FILE);
        try (Reader reader = open()) {
            Node root = new Yaml(options).compose(reader);
            if (root == null) {
                throw new RefusedReference(name, "le fichier est vide");
            }
            return root;
        } catch (MarkedYAMLException unreadable) {
            throw new RefusedReference(
                    name, unreadable.getProblemMark().getLine() + 1, "YAML illisible : " + unreadable.getProblem());
        } catch (IOException unreadable) {
            throw new RefusedReference(name, "le fichier n’est pas lisible (" + unreadable + ")");
        }
    }

    private Reader open() throws IOException {
        Path path = Path.of(name);
        if (Files.exists(path)) {
            return Files.newBufferedReader(path);
        }
        return Stream.of(Thread.currentThread().getContextClassLoader(), ReferenceFile.class.getClassLoader())
                .<@Nullable InputStream>map(loader -> loader.getResourceAsStream(name))
                .filter(found -> found != null)
                .findFirst()
                .map(found -> new InputStreamReader(found, StandardCharsets.UTF_8))
                .orElseThrow(() -> new RefusedReference(name, "ce fichier n’existe pas, ni dans le produit"));
    }
}
