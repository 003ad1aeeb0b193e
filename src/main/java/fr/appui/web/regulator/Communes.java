package fr.appui.web.regulator;

import fr.appui.french.FrenchOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Communes by their names, from a file of {@code code;nom} lines: a regulator says « Compiègne », not 60159. Which territory
 * answers for a commune is in the directory, by its code.
 */
@ApplicationScoped
class Communes {

    private static final String OF_THE_REGION = "/reference/communes.csv";
    private static final int MOST_FOUND = 10;
    private static final int SHORTEST_START = 3;

    private final Map<String, Commune> byCode = new HashMap<>();
    private final Map<String, List<Commune>> byName = new HashMap<>();

    /** @param code INSEE */
    record Commune(String code, String name) {

        /** Compiègne (60). */
        String located() {
            return name + " (" + code.substring(0, 2) + ")";
        }
    }

    Communes(RegulatorSettings settings) {
        read(settings).lines().forEach(this::add);
    }

    private void add(String line) {
        String[] parts = line.split(";", 2);
        if (!line.startsWith("#") && parts.length == 2) {
            var commune = new Commune(parts[0].strip(), parts[1].strip());
            byCode.put(commune.code(), commune);
            byName.computeIfAbsent(plain(commune.name()), none -> new ArrayList<>())
                    .add(commune);
        }
    }

    Optional<Commune> ofCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Those of that name; where there is none, a few whose name begins so. */
    List<Commune> named(String asked) {
        String words = plain(asked);
        List<Commune> exact = byName.getOrDefault(words, List.of());
        if (!exact.isEmpty() || words.length() < SHORTEST_START) {
            return exact;
        }
        return byName.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(words))
                .flatMap(entry -> entry.getValue().stream())
                .sorted(Comparator.comparing(Commune::name, FrenchOrder.alphabetical())
                        .thenComparing(Commune::code))
                .limit(MOST_FOUND)
                .toList();
    }

    /** Without accents, case, hyphens or apostrophes, « Saint » written in full: as somebody in a hurry writes. */
    static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replaceAll("[-'’ ]+", " ")
                .replaceAll("\\bste\\b", "sainte")
                .replaceAll("\\bst\\b", "saint");
    }

    private static String read(RegulatorSettings settings) {
        try {
            if (settings.communes().isPresent()) {
                return Files.readString(settings.communes().get());
            }
            try (InputStream own = Objects.requireNonNull(Communes.class.getResourceAsStream(OF_THE_REGION))) {
                return new String(own.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("appui.regulator.communes cannot be read", unreadable);
        }
    }
}
