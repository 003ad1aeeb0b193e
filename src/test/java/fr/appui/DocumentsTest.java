package fr.appui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point at is there: the tests that show a requirement, the programs to run, the pages to go on with. */
class DocumentsTest {

    private static final Path FRENCH = Path.of("docs", "fr");
    private static final Path TESTS = Path.of("src/test/java");
    /** Compiled with a profile alone. */
    private static final Path APART = Path.of("src/fhir/java");

    private static final String NAMED_TEST = "`([A-Z]\\w*[a-z](?:IT|Test|Story|Benchmark)";
    private static final Pattern TEST = Pattern.compile(NAMED_TEST + ")(?:\\.\\w+)?`");
    private static final Pattern METHOD = Pattern.compile(NAMED_TEST + "\\.\\w+)`");
    private static final Pattern PROGRAM = Pattern.compile("`(deploy/[\\w/.-]*\\w)");

    /** Pictures as well. */
    static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:)([^)#\\s]*[./][^)#\\s]*)");

    private static final Pattern BLOCK = Pattern.compile("(?s)([^\\n]*)\\n```(?:sh|sql)\\n.*?```");
    private static final Pattern MARK = Pattern.compile("\\A<!-- (run by|not run) .*-->");
    private static final Pattern RUNS = Pattern.compile("\\b[A-Z]\\w*[a-z](?:IT|Test)\\b|\\bdeploy/[\\w-]+");
    private static final Pattern UNNAMED =
            Pattern.compile("```\\n((?:appui |apt |deploy/|systemctl |install |cp |sox |curl |git |\\./mvnw )[^\\n]*)");
    private static final Pattern SETTING = Pattern.compile("(?m)^((?:appui|quarkus|kafka)\\.[\\w.\"-]+=.*)$");
    private static final Pattern PACKAGED = Pattern.compile("(?m)^(?:[A-Z_]+=\\S+ )?appui ([a-z-]+)\\b");

    @Test
    void everyTestThatADocumentNamesIsThere() {
        Set<String> tests = Stream.of(TESTS, APART)
                .flatMap(folder -> TextFiles.under(folder, ".java"))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());

        assertThat(named(TEST))
                .isNotEmpty()
                .filteredOn(named -> !tests.contains(named.name()))
                .isEmpty();
    }

    @Test
    void everyMethodThatADocumentNamesIsThere() {
        assertThat(named(METHOD))
                .filteredOn(named -> {
                    String[] test = named.name().split("\\.", 2);
                    return TextFiles.under(TESTS, "/" + test[0] + ".java")
                            .map(TextFiles::read)
                            .noneMatch(source -> source.contains(" " + test[1] + "("));
                })
                .isEmpty();
    }

    @Test
    void everyProgramThatADocumentNamesIsThere() {
        assertThat(named(PROGRAM))
                .isNotEmpty()
                .filteredOn(named -> !Files.exists(Path.of(named.name())))
                .isEmpty();
    }

    @Test
    void everyProgramOfDeployIsToldOf() throws IOException {
        String told = TextFiles.read(Path.of("deploy/README.md"));
        try (Stream<Path> programs = Files.list(Path.of("deploy"))) {
            assertThat(programs.filter(file -> Files.isRegularFile(file) && Files.isExecutable(file)))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(program -> assertThat(told).contains("`" + program + "`"));
        }
    }

    @Test
    void everyLinkLeadsSomewhere() {
        assertThat(named(LINK))
                .isNotEmpty()
                .filteredOn(named -> !Files.exists(named.document().resolveSibling(named.name())))
                .isEmpty();
    }

    /**
     * Above each block of commands a comment says which test or program runs it, or why none does here: nobody takes for tried what is
     * not. Commands stand in blocks that say so.
     */
    @Test
    void everyBlockOfCommandsSaysWhatRunsIt() {
        assertThat(withDeploy(BLOCK))
                .isNotEmpty()
                .filteredOn(block -> !MARK.matcher(block.name()).find())
                .isEmpty();
        assertThat(withDeploy(UNNAMED)).as("say « sh »").isEmpty();
        Set<String> tests = TextFiles.under(TESTS, ".java")
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(withDeploy(BLOCK))
                .flatExtracting(
                        block -> RUNS.matcher(block.name().lines().findFirst().orElse(""))
                                .results()
                                .map(MatchResult::group)
                                .toList())
                .isNotEmpty()
                .allMatch(named -> tests.contains(named) || Files.exists(Path.of(named)));
    }

    /** What stands behind a value in a file of settings is of the value: a secret with a word behind it is another secret. */
    @Test
    void noSettingHasAWordBehindItsValue() {
        assertThat(withDeploy(SETTING))
                .hasSizeGreaterThan(20)
                .noneMatch(setting -> setting.name().contains(" #"));
    }

    /** A command of the package that no longer exists, or was never there. */
    @Test
    void everyCommandOfThePackageIsOne() {
        String program = TextFiles.read(Path.of("deploy/debian/appui"));
        assertThat(withDeploy(PACKAGED))
                .isNotEmpty()
                .allMatch(named -> program.matches("(?s).*[ |]" + named.name() + "[ |)].*"));
    }

    @Test
    void theInstallationNamesEveryCommandOfThePackage() {
        String usage = Pattern.compile("usage : appui ([^…]*)")
                .matcher(TextFiles.read(Path.of("deploy/debian/appui")))
                .results()
                .map(found -> found.group(1).strip())
                .findFirst()
                .orElse("");
        String installation = TextFiles.read(FRENCH.resolve("installation.md"));
        assertThat(usage.split(" \\| "))
                .hasSizeGreaterThan(5)
                .allSatisfy(command -> assertThat(installation).contains("`appui " + command + "`"));
    }

    /** The package holds the documents and not what lies beside them in the sources. */
    @Test
    void noDocumentLinksOutOfTheirFolder() {
        Path docs = Path.of("docs");
        assertThat(named(LINK))
                .filteredOn(named -> named.document().startsWith(docs))
                .isNotEmpty()
                .allMatch(named -> named.document()
                        .resolveSibling(named.name())
                        .normalize()
                        .startsWith(docs));
    }

    @Test
    void theHomePagesLeadToEveryDocument() {
        for (Path home : List.of(Path.of("docs"), FRENCH)) {
            String leads = TextFiles.read(home.resolve("README.md"));
            assertThat(TextFiles.under(home, ".md")
                            .filter(document -> home.equals(document.getParent()) && !document.endsWith("README.md"))
                            .map(document -> home.relativize(document).toString()))
                    .isNotEmpty()
                    .allSatisfy(document -> assertThat(leads).contains("](" + document + ")"));
        }
        assertThat(TextFiles.read(Path.of("docs/README.md"))).contains("](fr/README.md)");
    }

    private record Named(Path document, String name) {}

    private static List<Named> named(Pattern pattern) {
        return named(pattern, documents());
    }

    private static List<Named> withDeploy(Pattern pattern) {
        return named(pattern, Stream.concat(documents(), Stream.of(Path.of("deploy/README.md"))));
    }

    private static Stream<Path> documents() {
        return Stream.concat(
                TextFiles.under(Path.of("docs"), ".md"),
                Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "RELEASING.md")
                        .map(Path::of)
                        .filter(Files::exists));
    }

    private static List<Named> named(Pattern pattern, Stream<Path> documents) {
        return documents
                .flatMap(document -> pattern.matcher(TextFiles.read(document))
                        .results()
                        .map(match -> new Named(document, match.group(1))))
                .toList();
    }
}
