package fr.appui.web.regulator;

import fr.appui.french.FrenchOrder;
import fr.appui.french.WrittenValue;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Communes by their names and postcodes, from a file of {@code code;nom;codes postaux} lines (the last may be missing): a
 * regulator says « Compiègne » or 60200, not 60159. Which territory answers for a commune is in the directory, by its code.
 */
@ApplicationScoped
class Communes {

    private static final String OF_THE_REGION = "/reference/communes.csv";
    private static final int MOST_FOUND = 10;
    private static final int SHORTEST_START = 3;
    private static final String DEPARTMENTS = "/reference/departements.csv";

    /** A name so long may be typed with a fault, one twice as long with two. */
    private static final int LETTERS_PER_FAULT = 5;

    private static final int MOST_FAULTS = 2;

    private final Map<String, Commune> byCode = new HashMap<>();
    private final Map<String, List<Commune>> byName = new HashMap<>();
    private final Map<String, List<Commune>> byPostcode = new HashMap<>();
    private final Map<String, String> departments = new HashMap<>();

    /** @param code INSEE */
    record Commune(String code, String name) {

        /** Compiègne (60), Saint-Denis (974). */
        String located() {
            return name + " (" + department() + ")";
        }

        /** Overseas departments and collectivities have three figures. */
        String department() {
            return code.substring(0, code.startsWith("97") || code.startsWith("98") ? 3 : 2);
        }
    }

    Communes(RegulatorSettings settings) {
        read(settings).lines().forEach(this::add);
        own(DEPARTMENTS)
                .lines()
                .map(line -> line.split(";", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> departments.put(WrittenValue.of(parts[0]), WrittenValue.of(parts[1])));
    }

    private void add(String line) {
        String[] parts = line.split(";", 3);
        if (!line.startsWith("#") && parts.length >= 2) {
            var commune = new Commune(WrittenValue.of(parts[0]), WrittenValue.of(parts[1]));
            byCode.put(commune.code(), commune);
            byName.computeIfAbsent(plain(commune.name()), none -> new ArrayList<>())
                    .add(commune);
            Stream.of(parts.length == 3 ? WrittenValue.of(parts[2]).split(" +") : new String[0])
                    .filter(postcode -> !postcode.isEmpty())
                    .forEach(postcode -> byPostcode
                            .computeIfAbsent(postcode, none -> new ArrayList<>())
                            .add(commune));
        }
    }

    Optional<Commune> ofCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The department of this code; its number where it has no name. */
    String department(String code) {
        return departments.getOrDefault(code, code);
    }

    /** Those that share a postcode. */
    List<Commune> ofPostcode(String postcode) {
        return byPostcode.getOrDefault(postcode, List.of());
    }

    /** Those of exactly that name. */
    List<Commune> exactly(String asked) {
        return byName.getOrDefault(plain(asked), List.of());
    }

    /** Those of that name; where there is none, a few whose name begins so; where there is none either, the nearest. */
    List<Commune> named(String asked) {
        String words = plain(asked);
        List<Commune> exact = byName.getOrDefault(words, List.of());
        if (!exact.isEmpty() || words.length() < SHORTEST_START) {
            return exact;
        }
        List<Commune> begun = beginning(words);
        return begun.isEmpty() ? nearest(words) : begun;
    }

    /** As if typed in a hurry: letters left out, doubled, changed or in the wrong order. */
    private List<Commune> nearest(String words) {
        int most = Math.min(MOST_FAULTS, words.length() / LETTERS_PER_FAULT);
        Map<Integer, List<Commune>> byFaults = byName.entrySet().stream()
                .filter(entry -> Math.abs(entry.getKey().length() - words.length()) <= most)
                .collect(Collectors.groupingBy(
                        entry -> faults(words, entry.getKey()),
                        Collectors.flatMapping(entry -> entry.getValue().stream(), Collectors.toList())));
        return IntStream.rangeClosed(1, most)
                .mapToObj(faults -> byFaults.getOrDefault(faults, List.of()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .sorted(Comparator.comparing(Commune::name, FrenchOrder.alphabetical())
                        .thenComparing(Commune::code))
                .limit(MOST_FOUND)
                .toList();
    }

    /** Damerau and Levenshtein's distance, two letters that changed places counting once. */
    static int faults(String typed, String meant) {
        int[][] fewest = new int[typed.length() + 1][meant.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= meant.length(); j++) {
                fewest[i][j] = i == 0 || j == 0 ? i + j : step(fewest, typed, meant, i, j);
            }
        }
        return fewest[typed.length()][meant.length()];
    }

    private static int step(int[][] fewest, String typed, String meant, int i, int j) {
        int changed = typed.charAt(i - 1) == meant.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(fewest[i - 1][j], fewest[i][j - 1]) + 1, fewest[i - 1][j - 1] + changed);
        boolean swapped = i > 1
                && j > 1
                && typed.charAt(i - 1) == meant.charAt(j - 2)
                && typed.charAt(i - 2) == meant.charAt(j - 1);
        return swapped ? Math.min(least, fewest[i - 2][j - 2] + 1) : least;
    }

    private List<Commune> beginning(String words) {
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
        return Normalizer.normalize(WrittenValue.of(text), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replaceAll("[-'’\\h]+", " ")
                .replaceAll("\\bste\\b", "sainte")
                .replaceAll("\\bst\\b", "saint");
    }

    private static String read(RegulatorSettings settings) {
        try {
            if (settings.communes().isPresent()) {
                return Files.readString(settings.communes().get());
            }
            return own(OF_THE_REGION);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("appui.regulator.communes cannot be read", unreadable);
        }
    }

    private static String own(String resource) {
        try (InputStream own = Objects.requireNonNull(Communes.class.getResourceAsStream(resource))) {
            return new String(own.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource + " cannot be read", unreadable);
        }
    }
}
