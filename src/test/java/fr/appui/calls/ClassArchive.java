package fr.appui.calls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The archive of classes that a site makes of its package ({@code deploy/archive}), made once a run before the first service: each
 * start then takes two fifths of the processor.
 */
final class ClassArchive {

    private static final Path PROGRAM = Path.of("deploy", "archive").toAbsolutePath();
    private static final Path FOLDER = Path.of("target", "class-archive").toAbsolutePath();
    private static final String OPTION = "APPUI_ARCHIVE=";

    private ClassArchive() {}

    /** What java needs besides; made anew for a package that is younger. */
    static synchronized String optionOf(Path service, String java, List<String> flags) throws IOException {
        Path told = FOLDER.resolve("archive.env");
        if (!Files.exists(told) || isOlder(told, service.resolve("quarkus-run.jar"))) {
            Shell.run(
                    "env",
                    "JAVA_OPTIONS=" + String.join(" ", flags),
                    PROGRAM.toString(),
                    java,
                    service.toString(),
                    FOLDER.toString());
        }
        try (Stream<String> lines = Files.lines(told)) {
            return lines.filter(line -> line.startsWith(OPTION))
                    .map(line -> line.substring(OPTION.length()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean isOlder(Path one, Path other) throws IOException {
        return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) < 0;
    }
}
