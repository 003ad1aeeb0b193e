package fr.appui.planning.life;

import java.text.Normalizer;
import java.util.Locale;

/** Text as the database compares it: capitals and accents make no difference. */
final class Folded {

    private Folded() {}

    static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
