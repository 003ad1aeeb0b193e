package fr.appui.web.regulator;

import fr.appui.directory.Directory;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the territories that a regulator may mean: by code, name, zone, INSEE code of a commune, or published number. */
@ApplicationScoped
class TerritoryFinder {

    private static final String INSEE = "(\\d\\d|2[AB])\\d{3}";

    private final Directory directory;

    TerritoryFinder(Directory directory) {
        this.directory = directory;
    }

    List<Territory> find(String asked) {
        String words = plain(asked);
        List<Territory> all = directory.territories();
        if (words.isEmpty()) {
            return all;
        }
        if (words.toUpperCase(Locale.ROOT).matches(INSEE)) {
            return byCommune(words.toUpperCase(Locale.ROOT));
        }
        Optional<PhoneNumber> number = PhoneNumber.tryParse(asked);
        return all.stream()
                .filter(territory -> matches(territory, words)
                        || number.isPresent()
                                && territory.line().map(line -> line.number()).equals(number))
                .toList();
    }

    List<Territory> byCommune(String insee) {
        return directory.territoryOfCommune(insee).flatMap(directory::territory).stream()
                .toList();
    }

    private static boolean matches(Territory territory, String words) {
        return plain(territory.code().value()).equals(words)
                || plain(territory.name()).contains(words)
                || territory.proximityZones().stream()
                        .anyMatch(zone -> plain(zone.name()).contains(words));
    }

    /** Without accents or case, as somebody in a hurry writes. */
    private static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
