package fr.appui.directory;

import fr.appui.french.InvalidInput;
import java.io.IOException;
import java.io.Reader;
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

    private static final int BLOCK = 1 << 16;

    private final List<String> headings;
    private final Map<String, Rpps> wanted;
    private final int identifier;
    private final int national;
    private final Map<Rpps, PublicRecord> found = new HashMap<>();

    private PublicExtraction(String heading, Set<Rpps> wanted) {
        this.headings = cells(heading).stream().map(PublicExtraction::plain).toList();
        this.wanted = wanted.stream().collect(Collectors.toUnmodifiableMap(Rpps::value, rpps -> rpps));
        this.identifier = headings.indexOf("identifiant pp");
        this.national = headings.indexOf("identification nationale pp");
    }

    /** @throws InvalidInput in French, where this is no such file */
    public static Map<Rpps, PublicRecord> read(Reader file, Set<Rpps> wanted) throws IOException {
        var lines = new Lines(file);
        String heading = lines.next();
        var extraction = new PublicExtraction(heading == null ? "" : heading.replace("\uFEFF", ""), wanted);
        extraction.requirePeople();
        String line = lines.next();
        for (int read = 1; line != null; read++) {
            if (read > MOST_LINES) {
                throw new InvalidInput(
                        "extraction : elle dépasse " + MOST_LINES + " lignes ; vérifier que c’est bien le bon fichier");
            }
            extraction.keep(line);
            line = lines.next();
        }
        return Map.copyOf(extraction.found);
    }

    /** By blocks: files of this kind have a gigabyte. */
    private static final class Lines {

        private final Reader file;
        private final char[] block = new char[BLOCK];
        private int at;
        private int end;

        private Lines(Reader file) {
            this.file = file;
        }

        /** A line that never ends would fill the memory: its rest is read and left. */
        private @Nullable String next() throws IOException {
            if (!hasMore()) {
                return null;
            }
            var line = new StringBuilder();
            boolean ended = false;
            while (!ended && hasMore()) {
                int from = at;
                while (at < end && block[at] != '\n') {
                    at++;
                }
                line.append(block, from, Math.min(at - from, LONGEST_LINE - line.length()));
                ended = at < end;
                at += ended ? 1 : 0;
            }
            int length = line.length();
            return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
        }

        private boolean hasMore() throws IOException {
            if (at == end) {
                at = 0;
                end = Math.max(0, file.read(block));
            }
            return at < end;
        }
    }

    private void requirePeople() {
        if (identifier < 0 && national < 0) {
            throw new InvalidInput(
                    "extraction : la première ligne n’a pas de colonne « Identifiant PP » ; donner le fichier"
                            + " PS_LibreAcces_Personne_activite, ou celui des messageries, tel qu’il est publié");
        }
    }

    private void keep(String line) {
        Rpps rpps = wanted.get(cellAt(line, identifier));
        if (rpps == null) {
            String number = cellAt(line, national);
            rpps = number.length() == 12 ? wanted.get(number.substring(1)) : null;
        }
        if (rpps != null) {
            found.merge(rpps, record(cells(line)), PublicRecord::plus);
        }
    }

    /** Most lines are nobody's here: of those no more is cut out than who they are about. */
    private static String cellAt(String line, int column) {
        int from = 0;
        for (int before = 0; before < column; before++) {
            int bar = line.indexOf('|', from);
            if (bar < 0) {
                return "";
            }
            from = bar + 1;
        }
        int bar = line.indexOf('|', from);
        return column < 0
                ? ""
                : line.substring(from, bar < 0 ? line.length() : bar).strip();
    }

    private PublicRecord record(List<String> cells) {
        Set<String> numbers = Stream.of("numero finess site", "numero finess etablissement juridique")
                .map(heading -> cell(cells, heading))
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        String box = cell(cells, "adresse bal").toLowerCase(Locale.ROOT);
        return new PublicRecord(
                name(cell(cells, "prenom d'exercice"), cell(cells, "nom d'exercice")),
                numbers.isEmpty()
                        ? List.of()
                        : List.of(new PublicRecord.Activity(numbers, cell(cells, "raison sociale site"))),
                box.isEmpty() ? Set.of() : Set.of(box));
    }

    /** What is no name here is compared with none: the rest of the record counts. */
    private static Optional<PersonName> name(String given, String family) {
        try {
            return Optional.of(new PersonName(given, family));
        } catch (InvalidInput missingOrTooLong) {
            return Optional.empty();
        }
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
