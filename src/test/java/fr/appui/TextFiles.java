package fr.appui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** The project's own files, for tests that read them over. */
public final class TextFiles {

    private TextFiles() {}

    /** @param endings of the names, with their dot */
    public static Stream<Path> under(Path root, String... endings) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> Arrays.stream(endings).anyMatch(file.toString()::endsWith)).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
