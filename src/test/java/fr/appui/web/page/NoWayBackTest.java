package fr.appui.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No single tap loses what cannot be had again: whatever takes something away has a way back, or is asked about first (docs/patterns.md). */
class NoWayBackTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");

    /** A button and whatever it says, up to its end. */
    private static final Pattern BUTTON = Pattern.compile("<button([^>]*)>(.*?)</button>", Pattern.DOTALL);

    private static final Pattern TAKES_AWAY =
            Pattern.compile("^(Retirer|Supprimer|Effacer|Annuler|Abandonner|Revenir à l|Ne plus afficher)");

    private static final Pattern WORDS = Pattern.compile("<[^>]*>|\\{[^}]*}");

    /** The way back of those that are not asked about: template and words, then where it is. */
    private static final Map<String, String> WAY_BACK = Map.ofEntries(
            Map.entry("planning/grille.html: AnnulerLe reprendre", "is the way back"),
            Map.entry("planning/grille.html: Annuler", "is the way back"),
            Map.entry("planning/grille.html: Retirer qui est là", "the bar"),
            Map.entry("planning/souhaitsDe.html: Retirer", "the bar"),
            Map.entry("medecin/souhaits.html: Retirer", "entered again below"),
            Map.entry("medecin/echanges.html: Retirer la proposition", "proposed again"),
            Map.entry("medecin/agenda.html: Retirer l’abonnement", "another address beside it"),
            Map.entry("connexion/appareils.html: Ne plus afficher sur", "asked for again from that device"),
            Map.entry("connexion/cles.html: Retirer", "registered again on that device"),
            Map.entry("connexion/secondFacteur.html: Retirer le second facteur", "a password, and set up again"),
            Map.entry("suivi/diffusion.html: Retirer", "imported again, its sendings with it"),
            Map.entry("administration/comptes.html: Retirer le second facteur de", "its person sets it up again"),
            Map.entry("administration/medecins.html: Retirer le lien de", "invited again from the same line"));

    @Test
    void whateverTakesSomethingAwayHasAWayBackOrIsAskedAboutFirst() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".html")).toList()) {
                found.addAll(unasked(file));
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(WAY_BACK.keySet());
    }

    private static List<String> unasked(Path file) throws IOException {
        String page = Files.readString(file);
        List<String> found = new ArrayList<>();
        Matcher button = BUTTON.matcher(page);
        while (button.find()) {
            String words = WORDS.matcher(button.group(2)).replaceAll("").strip();
            boolean asked = button.group(1).contains("class=\"danger\"") || isBehindASummary(page, button.start());
            if (TAKES_AWAY.matcher(words).find() && !asked) {
                found.add(TEMPLATES.relativize(file).toString().replace('\\', '/') + ": " + words);
            }
        }
        return found;
    }

    private static boolean isBehindASummary(String page, int at) {
        return page.lastIndexOf("<details", at) > page.lastIndexOf("</details>", at);
    }
}
