package fr.appui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** French for those who use the service and for hospitals ({@code docs/fr}), English for who builds it; never both on one page. */
class OneLanguageTest {

    private static final Path FRENCH = Path.of("docs", "fr");

    /** Says where the other language begins. */
    private static final String TO_THE_FRENCH = "Pour qui l'utilise ou l'installe à l'hôpital";

    @Test
    void everyPageIsInOneLanguage() throws IOException {
        Map<String, Object> mixed = new TreeMap<>();
        for (Path page : pages()) {
            Language own = page.startsWith(FRENCH) ? Language.FRENCH : Language.ENGLISH;
            var foreign = own.foreignIn(Files.readString(page)).stream()
                    .filter(block -> !block.contains(TO_THE_FRENCH))
                    .toList();
            if (!foreign.isEmpty()) {
                mixed.put(page.toString(), foreign);
            }
        }
        assertThat(mixed).isEmpty();
    }

    @Test
    void aMixedPageIsFound() {
        String page = "# What was measured\n\nThe quarter is proved optimal in a second.\n\n"
                + "| 7 | le planning est prouvé optimal en une seconde |\n\nA « mot cité en passant » is of neither.\n";
        assertThat(Language.ENGLISH.foreignIn(page))
                .containsExactly("| 7 | le planning est prouvé optimal en une seconde |");
        assertThat(Language.FRENCH.foreignIn(page))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("The quarter");
    }

    private static Iterable<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"));
                Stream<Path> roots = Files.list(Path.of("."))) {
            return Stream.concat(docs, roots.map(Path::normalize))
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList();
        }
    }
}
