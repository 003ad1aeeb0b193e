package fr.appui.pages;

import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.appui.pages.Browser.Screen;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What axe-core found on each page, as a document. */
final class AccessibilityReport {

    private static final Path DOCUMENT = Path.of("docs", "fr", "accessibilite.md");

    private final Map<String, List<String>> found = new LinkedHashMap<>();
    private String engine = "axe-core";

    void note(Page page, Screen screen, ColorScheme scheme, AxeResults results) {
        engine = "axe-core " + results.getTestEngine().getVersion();
        String name = page.title().replace(" · Appui", "") + ", `"
                + URI.create(page.url()).getPath() + "`";
        found.computeIfAbsent(name, title -> new ArrayList<>())
                .add(screen.width + " " + (scheme == ColorScheme.DARK ? "sombre" : "clair") + " : "
                        + results.getPasses().size() + " règles satisfaites, " + violations(results.getViolations())
                        + ", " + results.getIncomplete().size() + " à vérifier à la main");
    }

    private static String violations(List<Rule> rules) {
        return rules.isEmpty()
                ? "0 défaut"
                : rules.stream()
                        .map(rule -> rule.getId() + " (" + rule.getImpact() + ")")
                        .collect(Collectors.joining(", ", rules.size() + " défaut(s) : ", ""));
    }

    void write() throws IOException {
        var text = new StringBuilder("""
                # Accessibilité des pages

                Écrit par `PagesTest` (`-Dpages.photograph=true`), qui échoue dès qu'une page porte un défaut grave ou critique, ou déborde
                de l'écran. Outil : %s, dans Chromium, à 1 280 et 390 pixels, en clair et en sombre ; en sombre, les contrastes
                seuls, puisque rien d'autre ne change. « À vérifier à la main » : ce que l'outil ne sait pas trancher. Le parcours au
                clavier seul est essayé par `CoordinatorStoryTest` et `OutcomeStoryTest`. Un outil ne remplace pas un audit RGAA.

                | page | constaté |
                |---|---|
                """.formatted(engine));
        found.forEach((title, lines) -> text.append("| ")
                .append(title)
                .append(" | ")
                .append(String.join("<br>", lines))
                .append(" |\n"));
        Files.writeString(DOCUMENT, text);
    }
}
