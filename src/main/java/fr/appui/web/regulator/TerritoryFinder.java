package fr.appui.web.regulator;

import fr.appui.directory.Directory;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Territory;
import fr.appui.web.regulator.Communes.Commune;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the territories that a regulator may mean: by code, name, zone, commune, or published number. */
@ApplicationScoped
class TerritoryFinder {

    private static final String INSEE = "(\\d\\d|2[AB])\\d{3}";

    private final Directory directory;
    private final Communes communes;

    TerritoryFinder(Directory directory, Communes communes) {
        this.directory = directory;
        this.communes = communes;
    }

    /**
     * What was meant.
     *
     * @param communes by which the territories were found, or would have been had the directory attached them to a zone
     */
    record Found(List<Territory> territories, List<Commune> communes) {}

    Found find(String asked) {
        String words = Communes.plain(asked);
        List<Territory> all = directory.territories();
        if (words.isEmpty()) {
            return new Found(all, List.of());
        }
        String code = words.toUpperCase(Locale.ROOT);
        if (code.matches(INSEE)) {
            return ofCommunes(List.of(communes.ofCode(code).orElseGet(() -> new Commune(code, "Commune " + code))));
        }
        Optional<PhoneNumber> number = PhoneNumber.tryParse(asked);
        List<Territory> named = all.stream()
                .filter(territory -> matches(territory, words)
                        || number.isPresent()
                                && territory.line().map(line -> line.number()).equals(number))
                .toList();
        return named.isEmpty() ? ofCommunes(communes.named(asked)) : new Found(named, List.of());
    }

    /** @param asked an INSEE code, or a name */
    Found byCommune(String asked) {
        String code = asked.strip().toUpperCase(Locale.ROOT);
        return ofCommunes(
                code.matches(INSEE)
                        ? List.of(communes.ofCode(code).orElseGet(() -> new Commune(code, "Commune " + code)))
                        : communes.named(asked));
    }

    private Found ofCommunes(List<Commune> meant) {
        return new Found(
                meant.stream()
                        .flatMap(commune -> directory.territoryOfCommune(commune.code()).stream())
                        .distinct()
                        .flatMap(territory -> directory.territory(territory).stream())
                        .toList(),
                meant);
    }

    private static boolean matches(Territory territory, String words) {
        return Communes.plain(territory.code().value()).equals(words)
                || Communes.plain(territory.name()).contains(words)
                || territory.proximityZones().stream()
                        .anyMatch(zone -> Communes.plain(zone.name()).contains(words));
    }
}
