package fr.appui.web.regulator;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Territory;
import fr.appui.french.WrittenValue;
import fr.appui.web.regulator.Communes.Commune;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the territories that a regulator may mean: by code, name, zone, commune, or published number. */
@ApplicationScoped
public class TerritoryFinder {

    private static final String INSEE = "(\\d\\d|2[AB])\\d{3}";

    private final PlacesShown places;
    private final Communes communes;

    TerritoryFinder(PlacesShown places, Communes communes) {
        this.places = places;
        this.communes = communes;
    }

    /**
     * What was meant.
     *
     * @param communes by which the territories were found, or would have been had the directory attached them to a zone
     * @param department where no zone holds these communes: the one whose territories are the last answer; else empty
     */
    public record Found(List<Territory> territories, List<Commune> communes, String department) {
        Found(List<Territory> territories, List<Commune> communes) {
            this(territories, communes, "");
        }

        /** Noailles (60), Noailles (81). */
        public String located() {
            return String.join(", ", communes.stream().map(Commune::located).toList());
        }

        /** Not only near what was asked: a territory by name, or communes whose name or postcode it begins or is. */
        public boolean isSurelyMeantBy(String asked) {
            String words = Communes.plain(asked);
            return communes.stream()
                    .allMatch(commune -> words.matches("[\\d ]+")
                            || Communes.plain(commune.name()).startsWith(words));
        }
    }

    /** As {@link Communes} compares names: without accents, case, hyphens. */
    public static String plain(String text) {
        return Communes.plain(text);
    }

    public Found find(String asked) {
        String words = Communes.plain(asked);
        List<Territory> all = places.territories();
        if (words.isEmpty()) {
            return new Found(all, List.of());
        }
        String code = words.toUpperCase(Locale.ROOT);
        if (code.matches(INSEE)) {
            return ofCommunes(ofFigures(code));
        }
        List<Commune> exact = communes.exactly(asked);
        boolean alsoATerritory = all.stream()
                .anyMatch(territory -> Communes.plain(territory.name()).equals(words));
        if (!exact.isEmpty() && !alsoATerritory) {
            return ofCommunes(exact);
        }
        Optional<PhoneNumber> number = PhoneNumber.tryParse(asked);
        List<Territory> named = all.stream()
                .filter(territory -> matches(territory, words)
                        || number.isPresent()
                                && territory.line().map(line -> line.number()).equals(number))
                .toList();
        return named.isEmpty() ? ofCommunes(communes.named(asked)) : new Found(named, List.of());
    }

    /** For a program, which no notice reaches: what is attached, nothing near. @param asked an INSEE code, a postcode or a name */
    Found byCommune(String asked) {
        String code = WrittenValue.of(asked).toUpperCase(Locale.ROOT);
        List<Commune> meant = code.matches(INSEE)
                ? communes.ofCode(code).map(List::of).orElseGet(() -> ofFigures(code))
                : communes.named(asked);
        Found found = ofCommunes(meant);
        return found.department().isEmpty() ? found : new Found(List.of(), meant);
    }

    /** Five figures are a postcode to whoever says them, and may be an INSEE code to a program: whatever they are is shown. */
    private List<Commune> ofFigures(String code) {
        List<Commune> found = Stream.concat(communes.ofPostcode(code).stream(), communes.ofCode(code).stream())
                .distinct()
                .toList();
        return found.isEmpty() ? List.of(new Commune(code, "Commune " + code)) : found;
    }

    private Found ofCommunes(List<Commune> meant) {
        return ofCommunes(meant, places.territories(), communes);
    }

    /** A commune that two territories share is both's; one that is no zone's has the territories of its department. */
    static Found ofCommunes(List<Commune> meant, List<Territory> all, Communes known) {
        List<String> codes = meant.stream().map(Commune::code).toList();
        List<Territory> attached = all.stream()
                .filter(territory -> holds(territory, codes::contains))
                .toList();
        List<String> departments =
                meant.stream().map(Commune::department).distinct().toList();
        if (!attached.isEmpty() || departments.size() != 1) {
            return new Found(attached, meant);
        }
        String department = departments.getFirst();
        String name = known.department(department);
        List<Territory> near = all.stream()
                .filter(territory -> holds(territory, code -> code.startsWith(department))
                        || (" " + Communes.plain(territory.name()) + " ").contains(" " + Communes.plain(name) + " "))
                .toList();
        return new Found(near, meant, near.isEmpty() ? "" : name);
    }

    private static boolean holds(Territory territory, Predicate<String> commune) {
        return territory.proximityZones().stream()
                .flatMap(zone -> zone.communes().stream())
                .anyMatch(commune);
    }

    /** At a word: « Roye » is not meant by Troyes. */
    private static boolean begins(String name, String words) {
        return (" " + Communes.plain(name)).contains(" " + words);
    }

    private static boolean matches(Territory territory, String words) {
        return Communes.plain(territory.code().value()).equals(words)
                || begins(territory.name(), words)
                || territory.proximityZones().stream().anyMatch(zone -> begins(zone.name(), words));
    }
}
