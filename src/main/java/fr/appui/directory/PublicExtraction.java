package fr.appui.directory;

import java.io.BufferedReader;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of the public extraction of the Annuaire Santé: columns between bars, one line for each activity of a person
 * ({@code PS_LibreAcces_Personne_activite}) or for each secure mailbox. Millions of lines go by; only those of the wanted people
 * are kept. Columns are found by their heading, so that a column more or less changes nothing.
 */
public final class PublicExtraction {

    private static final int MOST_LINES = 20_000_000;
    private static final int LONGEST_LINE = 16_000;

    private final List<String> headings;
    private final Map<Rpps, PublicRecord> found = new HashMap<>();

    private PublicExtraction(String heading) {
        this.headings = cells(heading).stream().map(PublicExtraction::plain).toList();
    }

    /** @throws IllegalArgumentException in French, where this is no such file */
    public static Map<Rpps, PublicRecord> read(BufferedReader file, Set<Rpps> wanted) throws IOException {
        String heading = line(file);
        var extraction = new PublicExtraction(heading == null ? "" : heading.replace("\uFEFF", ""));
        extraction.requirePeople();
        Map<String, Rpps> known = wanted.stream().collect(Collectors.toMap(Rpps::value, rpps -> rpps));
        String line = line(file);
        for (int read = 1; line != null; read++) {
            if (read > MOST_LINES) {
                throw new IllegalArgumentException(
                        "extraction : elle dépasse " + MOST_LINES + " lignes ; vérifier que c'est bien le bon fichier");
            }
            extraction.keep(line, known);
            line = line(file);
        }
        return Map.copyOf(extraction.found);
    }

    /** A line that never ends would fill the memory: its rest is read and left. */
    private static @Nullable String line(BufferedReader file) throws IOException {
        var line = new StringBuilder();
        int read = file.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (read != '\r' && line.length() < LONGEST_LINE) {
                line.append((char) read);
            }
            read = file.read();
        }
        return line.toString();
    }

    private void requirePeople() {
        if (!headings.contains("identifiant pp") && !headings.contains("identification nationale pp")) {
            throw new IllegalArgumentException(
                    "extraction : la première ligne n'a pas de colonne « Identifiant PP » ; donner le fichier"
                            + " PS_LibreAcces_Personne_activite, ou celui des messageries, tel qu'il est publié");
        }
    }

    private void keep(String line, Map<String, Rpps> known) {
        List<String> cells = cells(line);
        Rpps rpps = known.get(cell(cells, "identifiant pp"));
        if (rpps == null) {
            String national = cell(cells, "identification nationale pp");
            rpps = national.length() == 12 ? known.get(national.substring(1)) : null;
        }
        if (rpps != null) {
            found.merge(rpps, record(cells), PublicRecord::plus);
        }
    }

    private PublicRecord record(List<String> cells) {
        String family = cell(cells, "nom d'exercice");
        String given = cell(cells, "prenom d'exercice");
        Set<String> numbers = Stream.of("numero finess site", "numero finess etablissement juridique")
                .map(heading -> cell(cells, heading))
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        String box = cell(cells, "adresse bal").toLowerCase(Locale.ROOT);
        return new PublicRecord(
                family.isEmpty() || given.isEmpty() ? Optional.empty() : Optional.of(new PersonName(given, family)),
                numbers.isEmpty()
                        ? List.of()
                        : List.of(new PublicRecord.Activity(numbers, cell(cells, "raison sociale site"))),
                box.isEmpty() ? Set.of() : Set.of(box));
    }

    private String cell(List<String> cells, String heading) {
        int at = headings.indexOf(heading);
        return at >= 0 && at < cells.size() ? cells.get(at).strip() : "";
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        int from = 0;
        for (int bar = line.indexOf('|'); bar >= 0; bar = line.indexOf('|', from)) {
            cells.add(line.substring(from, bar));
            from = bar + 1;
        }
        cells.add(line.substring(from));
        return cells;
    }

    /** Without accents, case and kinds of apostrophes: as people's names are compared too. */
    static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
    }
}
