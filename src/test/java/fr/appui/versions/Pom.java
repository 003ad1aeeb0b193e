package fr.appui.versions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the build says of itself: the one source of the version. */
public final class Pom {

    private static final Pattern VERSION =
            Pattern.compile("<artifactId>appui</artifactId>\\s*<version>([^<]+)</version>");

    private Pom() {}

    public static String version() {
        try {
            Matcher version = VERSION.matcher(Files.readString(Path.of("pom.xml")));
            if (!version.find()) {
                throw new IllegalStateException("pom.xml says no version");
            }
            return version.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
