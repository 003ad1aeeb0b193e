package fr.appui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Where Appui is a package there are no sources: what a page has typed there is found where the package lays it ({@code pom.xml}, « deb »), and
 * so are the pictures that it shows and the documents that it leads to.
 */
class PackagedPathsTest {

    /** These begin from the sources, and say so. */
    private static final Set<String> OF_THE_SOURCES = Set.of("premier-appel.md", "conteneurs.md");

    private static final Path DOCS = Path.of("docs");

    private static final Pattern BLOCK = Pattern.compile("(?s)([^\\n]*)\\n```sh\\n(.*?)```");
    private static final Pattern RELATIVE = Pattern.compile("(?<![\\w/.-])(?:deploy|asterisk-config)/[\\w./-]+");
    private static final Pattern LAID = Pattern.compile("/usr/share/(?:doc/)?appui/[\\w./-]*\\w");
    private static final Pattern DATA = Pattern.compile("(?s)<data>(.*?)</data>");

    /** @param includes empty for all of it */
    private record Folder(Path source, String prefix, List<String> includes) {

        boolean holds(String laid) {
            if (!laid.startsWith(prefix + "/")) {
                return false;
            }
            String rest = laid.substring(prefix.length() + 1);
            return (source.endsWith("quarkus-app")
                            ? rest.equals("quarkus-run.jar")
                            : Files.exists(source.resolve(rest)))
                    && (includes.isEmpty() || includes.stream().anyMatch(include -> matches(include, rest)));
        }

        private static boolean matches(String include, String rest) {
            return Path.of("").getFileSystem().getPathMatcher("glob:" + include).matches(Path.of(rest))
                    || include.equals(rest + "/**");
        }
    }

    private record Named(String page, String path) {}

    @Test
    void whatAPageOfThePackageHasTypedIsWhereThePackageLaysIt() {
        List<Folder> folders = folders();
        List<String> files = all(Pattern.compile("<dst>(/usr/share/[^<]+)</dst>"), TextFiles.read(Path.of("pom.xml")));
        assertThat(named(LAID))
                .isNotEmpty()
                .filteredOn(named -> !files.contains(named.path())
                        && folders.stream()
                                .noneMatch(folder -> folder.holds(named.path())
                                        || folder.prefix().equals(named.path())))
                .isEmpty();
    }

    @Test
    void whatADocumentOfThePackageShowsOrLeadsToIsLaidBesideIt() {
        List<Folder> folders = folders();
        List<Named> shown = TextFiles.under(DOCS, ".md")
                .flatMap(page -> all(DocumentsTest.LINK, TextFiles.read(page)).stream()
                        .map(link -> page.resolveSibling(link).normalize())
                        .map(target -> new Named(page.toString(), "/usr/share/doc/appui/" + DOCS.relativize(target))))
                .toList();
        assertThat(shown)
                .anyMatch(named -> named.path().endsWith(".png"))
                .filteredOn(named -> folders.stream().noneMatch(folder -> folder.holds(named.path())))
                .isEmpty();
    }

    /** A minimal Debian has none of these: with the package come those that its programs do not work without. */
    @Test
    void whatItsProgramsCallIsNamedByThePackage() {
        String control = TextFiles.read(Path.of("deploy/debian/control/control"));
        String programs = folders().stream()
                .filter(folder -> folder.prefix().equals("/usr/share/appui/deploy"))
                .flatMap(folder -> folder.includes().stream())
                .map(program -> TextFiles.read(Path.of("deploy", program)))
                .collect(Collectors.joining());
        for (String called : List.of("curl", "age", "sqlite3")) {
            assertThat(programs).contains(called + " ");
            assertThat(control).containsPattern("(?m)^(?:Recommends|Suggests):.*\\b" + called + "\\b");
        }
    }

    @Test
    void noneHasAPathOfTheSourcesTypedWithoutSayingSo() {
        assertThat(named(RELATIVE)).isEmpty();
    }

    private static List<Named> named(Pattern pattern) {
        return TextFiles.under(DOCS.resolve("fr"), ".md")
                .filter(page -> !OF_THE_SOURCES.contains(page.getFileName().toString()))
                .flatMap(page -> BLOCK.matcher(TextFiles.read(page))
                        .results()
                        .filter(block -> !block.group(1).contains("in the sources"))
                        .flatMap(block -> all(pattern, block.group(2)).stream())
                        .map(path -> new Named(page.getFileName().toString(), path)))
                .toList();
    }

    private static List<Folder> folders() {
        return DATA.matcher(TextFiles.read(Path.of("pom.xml")))
                .results()
                .map(data -> data.group(1))
                .filter(data -> data.contains("<type>directory</type>"))
                .map(data -> new Folder(
                        Path.of(one("src", data)
                                .replace("${project.basedir}/", "")
                                .replace("${project.build.directory}", "target")),
                        one("prefix", data),
                        data.contains("<includes>")
                                ? List.of(one("includes", data).split(","))
                                : List.of()))
                .toList();
    }

    private static String one(String element, String text) {
        return text.replaceFirst("(?s).*<" + element + ">", "").replaceFirst("(?s)</" + element + ">.*", "");
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.groupCount() == 0 ? found.group() : found.group(1))
                .toList();
    }
}
