package fr.appui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads or listens in French meets one word a thing: the one that the glossary says, never one that it does not. */
class OneWordTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| we say \\|[^|]*\\|\\n\\|[-|]*\\n((?:\\|[^\\n]*\\n)+)");
    private static final Pattern QUOTED = Pattern.compile("« ([^»]+) »");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");

    /** Patterns are not read by anybody, nor are the names of settings, columns and addresses. */
    private static final Pattern CODE = Pattern.compile("`[^`]*`|\\]\\([^)]*\\)|\\{[^}]*}|\\w+=\"[^\"]*\"");

    private static final Pattern IN_CODE = Pattern.compile("`([A-Z][a-z]\\w+(?:\\.\\w+)*)`");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|record|enum) (\\w+)");
    private static final Pattern WORD = Pattern.compile("\\b(\\w+)");

    /** What a field is called stands in the tag that draws it. */
    private static final Pattern FIELD = Pattern.compile("(?:label|hint)='([^']*)'");

    @Test
    void noPageMessagePromptOrDocumentSaysAnotherWord() {
        Pattern others = others();
        assertThat(texts().flatMap(text -> found(others, text)).toList()).isEmpty();
    }

    @Test
    void anotherWordIsFound() {
        assertThat(found(others(), new Text(Path.of("page"), "Appeler le renfort, au second rang, ou par mail")))
                .containsExactly("page: renfort", "page: second rang", "page: par mail");
    }

    /** Of its first table: a type of ours, or one and what it has. */
    @Test
    void whatTheGlossarySaysOfTheCodeIsThere() {
        String code = TextFiles.under(Path.of("src/main/java"), ".java")
                .map(TextFiles::read)
                .collect(Collectors.joining("\n"));
        Set<String> types = found(TYPE, code);
        Set<String> words = found(WORD, code);
        Set<String> named = TextFiles.read(Path.of("docs", "glossary.md"))
                .split("\\| we say \\|")[0]
                .lines()
                .filter(line -> line.startsWith("|"))
                .map(row -> row.split("\\|")[2])
                .flatMap(inCode -> found(IN_CODE, inCode).stream())
                .collect(Collectors.toSet());
        assertThat(named)
                .hasSizeGreaterThan(40)
                .allSatisfy(name -> assertThat(types).contains(name.split("\\.")[0]))
                .allSatisfy(name -> assertThat(words).contains(name.substring(name.lastIndexOf('.') + 1)));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).collect(Collectors.toSet());
    }

    private record Text(Path file, String words) {}

    private static Stream<String> found(Pattern others, Text text) {
        return others.matcher(text.words()).results().map(other -> text.file() + ": " + other.group());
    }

    /** Of the glossary's second table. */
    private static Pattern others() {
        var table = ROW.matcher(TextFiles.read(Path.of("docs", "glossary.md")));
        assertThat(table.find()).isTrue();
        List<String> words = QUOTED.matcher(table.group(1))
                .results()
                .map(word -> word.group(1))
                .toList();
        assertThat(words).hasSizeGreaterThan(8);
        return Pattern.compile("(?iu)(?<![\\p{L}-])(?:"
                + words.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")s?(?![\\p{L}-])");
    }

    private static String page(String written) {
        String fields =
                FIELD.matcher(written).results().map(field -> field.group(1)).collect(Collectors.joining("\n"));
        return CODE.matcher(written).replaceAll(" ") + "\n" + fields;
    }

    @Test
    void whatAFieldIsCalledIsRead() {
        assertThat(page("{#saisie id='mail' label='Adresse mail' hint='' /}")).contains("Adresse mail");
    }

    private static Stream<Text> texts() {
        Stream<Text> pages = TextFiles.under(Path.of("src/main/resources"), ".html", ".yaml", ".txt")
                .map(file -> new Text(file, page(TextFiles.read(file))));
        Stream<Text> documents = TextFiles.under(Path.of("docs/fr"), ".md")
                .map(file -> new Text(file, CODE.matcher(TextFiles.read(file)).replaceAll(" ")));
        Stream<Text> sentences = TextFiles.under(Path.of("src/main/java"), ".java")
                .map(file -> new Text(
                        file,
                        STRING.matcher(TextFiles.read(file))
                                .results()
                                .map(MatchResult::group)
                                .collect(Collectors.joining("\n"))));
        return Stream.of(pages, documents, sentences).flatMap(each -> each);
    }
}
