package fr.appui.web.directory;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryDesk;
import fr.appui.directory.DirectoryDesk.Brought;
import fr.appui.directory.Establishment;
import fr.appui.directory.Finess;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.SpreadsheetCell;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.feed.Imported;
import fr.appui.planning.feed.LineProblem;
import fr.appui.planning.feed.TableFile;
import fr.appui.web.Problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The directory as tables: what is written here is read back. A known number means a correction, another an addition. */
@ApplicationScoped
class DirectoryFile {

    static final String TYPE = "text/csv;charset=UTF-8";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Which column holds what a field of an entry was read from. */
    private static final Map<String, String> COLUMN_OF = columnOf();

    private static Map<String, String> columnOf() {
        Map<String, String> columns = new HashMap<>();
        EstablishmentEntry.COLUMNS.forEach(column -> columns.put(column.field(), column.heading()));
        PhysicianCells.COLUMNS.forEach(column -> columns.put(column.field(), TableFile.plain(column.heading())));
        return columns;
    }

    private final Directory directory;
    private final DirectoryDesk desk;
    private final Scope scope;

    DirectoryFile(Directory directory, DirectoryDesk desk, Scope scope) {
        this.directory = directory;
        this.desk = desk;
        this.scope = scope;
    }

    Imported<Brought<Establishment>> establishments(byte[] content) {
        Map<Finess, Establishment> known = directory.establishments().stream()
                .collect(Collectors.toMap(Establishment::finess, Function.identity()));
        Set<Object> seen = new HashSet<>();
        return read(content, List.of("finess", "nom", "nature"), (line, reading) -> {
            Optional<Establishment> establishment = EstablishmentEntry.of(line).read(reading);
            establishment
                    .filter(read -> !read.equals(known.get(read.finess())))
                    .flatMap(scope::refuse)
                    .ifPresent(error -> reading.refuse(error.field(), error.message()));
            establishment.filter(read -> !seen.add(read.finess())).ifPresent(twice -> {
                reading.refuse("finess", "finess : il figure déjà plus haut dans le fichier ; garder une ligne");
            });
            return establishment.map(read -> new Brought<>(Optional.ofNullable(known.get(read.finess())), read));
        });
    }

    Imported<Brought<Physician>> physicians(byte[] content) {
        Map<String, Physician> known = directory.physicians().stream()
                .collect(Collectors.toMap(physician -> physician.rpps().value(), Function.identity()));
        var names = new Names(
                directory.establishments().stream()
                        .map(establishment -> establishment.finess().value())
                        .collect(Collectors.toSet()),
                directory.territories().stream().map(Territory::code).collect(Collectors.toSet()));
        Set<Object> seen = new HashSet<>();
        return read(content, List.of("rpps"), (line, reading) -> {
            Optional<Physician> before =
                    Optional.ofNullable(known.get(line.cell("rpps").replace(" ", "")));
            Optional<Physician> after = PhysicianCells.entry(
                            line, before.map(PhysicianEntry::of).orElse(PhysicianEntry.BLANK))
                    .read(before.map(Physician::id).orElseGet(() -> new PhysicianId(UUID.randomUUID())), reading);
            after.ifPresent(physician -> {
                names.check(physician, reading);
                scope.refuse(before, physician).ifPresent(error -> reading.refuse(error.field(), error.message()));
                if (!seen.add(physician.rpps())) {
                    reading.refuse("rpps", "rpps : il figure déjà plus haut dans le fichier ; garder une ligne");
                }
                if (reading.isSound()) {
                    desk.refusal(physician).ifPresent(reading::refuse);
                }
            });
            return after.map(read -> new Brought<>(before, read));
        });
    }

    byte[] write(List<Physician> physicians) {
        return csv(
                PhysicianCells.COLUMNS.stream()
                        .map(PhysicianCells.Column::heading)
                        .toList(),
                physicians.stream()
                        .map(PhysicianEntry::of)
                        .map(entry -> PhysicianCells.COLUMNS.stream()
                                .map(column -> column.text().apply(entry))
                                .toList()));
    }

    byte[] writeEstablishments(List<Establishment> establishments) {
        return csv(
                EstablishmentEntry.COLUMNS.stream()
                        .map(EstablishmentEntry.Column::heading)
                        .toList(),
                establishments.stream()
                        .map(EstablishmentEntry::of)
                        .map(entry -> EstablishmentEntry.COLUMNS.stream()
                                .map(column -> column.text().apply(entry))
                                .toList()));
    }

    /** What the directory knows that a physician may name. */
    private record Names(Set<String> establishments, Set<TerritoryCode> territories) {
        void check(Physician physician, Reading reading) {
            physician.career().employments().stream()
                    .filter(employment ->
                            !establishments.contains(employment.employer().value()))
                    .findFirst()
                    .ifPresent(employment -> reading.refuse(
                            "employments",
                            "employeur : l’établissement " + employment.employer()
                                    + " n’est pas dans l’annuaire ; importer d’abord les établissements"));
            physician.career().practices().stream()
                    .filter(practice -> !territories.contains(practice.territory()))
                    .findFirst()
                    .ifPresent(practice -> reading.refuse(
                            "practices", "territoire : « " + practice.territory() + " » n’est pas connu"));
        }
    }

    private static <T> Imported<T> read(
            byte[] content, List<String> required, BiFunction<TableFile.Line, Reading, Optional<T>> toValue) {
        Imported<TableFile.Line> table = TableFile.read(content, required);
        var values = new ArrayList<T>();
        var problems = new ArrayList<>(table.problems());
        for (TableFile.Line line : table.values()) {
            var reading = new Reading();
            Optional<T> value = toValue.apply(line, reading);
            if (reading.isSound()) {
                value.ifPresent(values::add);
            } else {
                reading.errors().stream()
                        .map(error -> new LineProblem(line.number(), column(error), error.message()))
                        .forEach(problems::add);
            }
        }
        problems.sort(java.util.Comparator.comparingInt(LineProblem::line));
        return new Imported<>(values, problems);
    }

    private static String column(FieldError error) {
        String root = error.field().replaceAll("[\\[.].*", "");
        return COLUMN_OF.getOrDefault(root, root);
    }

    private static byte[] csv(List<String> columns, Stream<List<String>> rows) {
        var text = new StringWriter().append(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(columns);
            rows.map(row -> row.stream().map(SpreadsheetCell::of).toList()).forEach(csv::writeRecord);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
