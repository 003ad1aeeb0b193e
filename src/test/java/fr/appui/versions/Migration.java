package fr.appui.versions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A migration as its file says it: what it declares in comments, and its statements, without comments and texts, in capitals. */
record Migration(String name, String source) {

    private static final Path FOLDER = Path.of("src", "main", "resources", "db", "migration");
    private static final Pattern TEXTS = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*'");
    private static final Pattern BLOCK_COMMENTS = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    static List<Migration> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Migration::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Migration read(Path file) {
        try {
            return new Migration(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> statements() {
        String withoutTexts = TEXTS.matcher(source).replaceAll("''");
        String bare = BLOCK_COMMENTS.matcher(withoutTexts).replaceAll(" ").replaceAll("(?m)(--\\s|#).*$", "");
        var statements = new ArrayList<String>();
        String delimiter = ";";
        var statement = new StringBuilder();
        for (String line : bare.split("\n")) {
            if (line.strip().toUpperCase(Locale.ROOT).startsWith("DELIMITER ")) {
                delimiter = line.strip().substring("DELIMITER ".length()).strip();
                continue;
            }
            statement.append(line).append('\n');
            int end = statement.indexOf(delimiter);
            while (end >= 0) {
                statements.add(statement.substring(0, end));
                statement.delete(0, end + delimiter.length());
                end = statement.indexOf(delimiter);
            }
        }
        statements.add(statement.toString());
        return statements.stream()
                .map(text ->
                        text.replace("`", "").replaceAll("\\s+", " ").strip().toUpperCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
