package fr.appui.recordings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The announcements that are delivered, with what they say (asterisk-config/sounds/fr). */
public final class Prompts {

    /** @param text what it says */
    public record Prompt(String name, String text) {}

    private static final String FOLDER = "/sounds/fr/";

    private static final List<Prompt> ALL = read();

    private Prompts() {}

    public static List<Prompt> all() {
        return ALL;
    }

    public static Optional<Prompt> named(String name) {
        return ALL.stream().filter(prompt -> prompt.name().equals(name)).findFirst();
    }

    /** As it is delivered. */
    public static Sound sound(Prompt prompt) {
        return new Sound(bytes(prompt.name() + ".alaw"));
    }

    private static List<Prompt> read() {
        return new String(bytes("prompts.tsv"), UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(parts -> new Prompt(parts[0], parts[1]))
                .toList();
    }

    private static byte[] bytes(String file) {
        try (InputStream resource = Prompts.class.getResourceAsStream(FOLDER + file)) {
            if (resource == null) {
                throw new IllegalStateException(file + " is not in the package");
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
