package fr.appui.pages;

import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What axe-core found on each page, as a document. */
final class AccessibilityReport {

    private static final Path DOCUMENT = Path.of("docs", "fr", "accessibilite.md");

    private final Map<String, List<Seen>> found = new LinkedHashMap<>();
    private String engine = "axe-core";

    private record Seen(ColorScheme scheme, AxeResults results) {}

    void note(Page page, ColorScheme scheme, AxeResults results) {
        engine = "axe-core " + results.getTestEngine().getVersion();
        String name = page.title().replace(" · Appui", "") + " | `"
                + URI.create(page.url()).getPath() + "`";
        found.computeIfAbsent(name, title -> new ArrayList<>()).add(new Seen(scheme, results));
    }

    private static String line(String page, List<Seen> seen) {
        IntSummaryStatistics passed = seen.stream()
                .filter(one -> one.scheme() == ColorScheme.LIGHT)
                .mapToInt(one -> one.results().getPasses().size())
                .summaryStatistics();
        return "| %s | %d | %d à %d | %s | %s |%n"
                .formatted(
                        page,
                        seen.size(),
                        passed.getMin(),
                        passed.getMax(),
                        named(seen, AxeResults::getViolations),
                        named(seen, AxeResults::getIncomplete));
    }

    private static String named(List<Seen> seen, Function<AxeResults, List<Rule>> rules) {
        String names = seen.stream()
                .flatMap(one -> rules.apply(one.results()).stream())
                .map(Rule::getId)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "0" : names;
    }

    void write() throws IOException {
        var text = new StringBuilder("""
                # Accessibilité des pages

                Écrit par `PagesIT` (`-Dpages.photograph=true`), qui échoue dès qu’une page porte un défaut grave ou critique, ou déborde
                de l’écran, à 320 pixels aussi. Outil : %s, dans Chromium, à 1 280 et 390 pixels, en clair et en sombre ; en sombre, les contrastes
                seuls, puisque rien d’autre ne change. « À vérifier à la main » : les règles que l’outil ne sait pas trancher seul. Le parcours au
                clavier seul est essayé par `CoordinatorStoryIT` et `OutcomeStoryIT`. Un outil ne remplace pas un audit RGAA.

                | page | adresse | passages | règles satisfaites, en clair | défauts | à vérifier à la main |
                |---|---|---|---|---|---|
                """.formatted(engine));
        found.forEach((page, seen) -> text.append(line(page, seen)));
        Files.writeString(DOCUMENT, text);
    }
}
