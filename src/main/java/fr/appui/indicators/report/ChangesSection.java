package fr.appui.indicators.report;

import static fr.appui.indicators.report.Value.day;
import static fr.appui.indicators.report.Value.number;
import static fr.appui.indicators.report.Value.words;

import fr.appui.calendar.ArsAgreement;
import fr.appui.calendar.Perimeter;
import fr.appui.directory.Career;
import fr.appui.directory.DateSpan;
import fr.appui.directory.Physician;
import fr.appui.indicators.report.Block.Paragraph;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** « Toute modification des plages, du territoire ou de l'équipe » (doc 001 §6), and how the rota had to be changed. */
final class ChangesSection {

    static final String PERIMETERS = "Plages";
    static final String TERRITORY = "Territoire";
    static final String TEAM = "Équipe médicale";
    static final String AGREEMENTS = "Conventions commencées ou terminées";
    static final String ROTA = "Changements du planning publié";
    static final String PRESENCE = "Contrôle de présence";

    private ChangesSection() {}

    static Section write(ReportScope scope) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(perimeters(scope));
        blocks.add(territories(scope));
        blocks.add(team(scope));
        blocks.add(partners(scope));
        blocks.addAll(acts(scope));
        return new Section("changes", "Modifications des plages, du territoire ou de l’équipe", blocks);
    }

    private static Block perimeters(ReportScope scope) {
        List<Row> rows = scope.territories().stream()
                .flatMap(year -> year.calendar().versions().stream()
                        .filter(perimeter -> happened(perimeter, year.year()))
                        .map(perimeter -> row(year, perimeter)))
                .toList();
        return orNone(
                new Table(
                        PERIMETERS,
                        Optional.empty(),
                        List.of("Territoire", "Périmètre", "Annoncé à l’ARS", "Accord de l’ARS", "En vigueur"),
                        rows,
                        Optional.empty()),
                "Aucune modification des plages dans l’année.");
    }

    private static boolean happened(Perimeter perimeter, int year) {
        return perimeter.inForceFrom().getYear() == year
                || perimeter.announcedOn().getYear() == year;
    }

    private static Row row(TerritoryYear year, Perimeter perimeter) {
        return Row.of(
                words(year.territory().name()),
                words(QualitativeSection.nameOf(perimeter.kind())),
                day(perimeter.announcedOn()),
                day(perimeter.agreement().map(ArsAgreement::date)),
                day(perimeter.inForceFrom()));
    }

    private static Block territories(ReportScope scope) {
        List<Row> rows = scope.territories().stream()
                .flatMap(year -> year.territoryChanges().stream()
                        .map(change -> Row.of(
                                day(change.date()), words(year.territory().name()), words(change.sentence()))))
                .toList();
        return orNone(
                new Table(
                        TERRITORY,
                        Optional.empty(),
                        List.of("Date", "Territoire", "Modification"),
                        rows,
                        Optional.empty()),
                "Aucune modification du territoire dans l’année.");
    }

    private static Block team(ReportScope scope) {
        record Change(LocalDate date, String territory, String name, String what) {}
        List<Change> changes = new ArrayList<>();
        for (TerritoryYear year : scope.territories()) {
            for (Physician physician : scope.physicians()) {
                for (Career.Practice practice : physician.career().practices()) {
                    if (practice.territory().equals(year.territory().code())) {
                        String name = "Dr " + physician.name().full();
                        arrival(practice.dates(), year.year())
                                .ifPresent(date -> changes.add(
                                        new Change(date, year.territory().name(), name, "Arrivée")));
                        departure(practice.dates(), year.year())
                                .ifPresent(date -> changes.add(
                                        new Change(date, year.territory().name(), name, "Départ")));
                    }
                }
            }
        }
        List<Row> rows = changes.stream()
                .sorted(Comparator.comparing(Change::date).thenComparing(Change::name))
                .map(change -> Row.of(
                        day(change.date()), words(change.territory()), words(change.name()), words(change.what())))
                .toList();
        return orNone(
                new Table(
                        TEAM,
                        Optional.empty(),
                        List.of("Date", "Territoire", "Médecin", "Mouvement"),
                        rows,
                        Optional.empty()),
                "Aucun mouvement dans l’équipe médicale dans l’année.");
    }

    private static Block partners(ReportScope scope) {
        List<Row> rows = scope.territories().stream()
                .flatMap(year -> year.partners().agreements().stream()
                        .filter(agreement -> arrival(agreement.dates(), year.year())
                                        .isPresent()
                                || departure(agreement.dates(), year.year()).isPresent())
                        .map(agreement -> Row.of(
                                words(year.territory().name()),
                                words(scope.volunteers().nameOf(agreement.partner())),
                                day(agreement.dates().from()),
                                day(agreement.dates().to()))))
                .toList();
        return orNone(
                new Table(
                        AGREEMENTS,
                        Optional.empty(),
                        List.of("Territoire", "Établissement", "Du", "Au"),
                        rows,
                        Optional.empty()),
                "Aucune convention commencée ni terminée dans l’année.");
    }

    /** Nothing is printed about acts that nothing recorded: an absent record is no zero. */
    private static List<Block> acts(ReportScope scope) {
        List<RotaAct> acts = scope.territories().stream()
                .flatMap(year -> year.acts().stream().flatMap(List::stream))
                .sorted(Comparator.comparing(RotaAct::date))
                .toList();
        if (scope.territories().stream().allMatch(year -> year.acts().isEmpty())) {
            return List.of();
        }
        List<Row> counts = Arrays.stream(RotaAct.Kind.values())
                .filter(kind -> kind != RotaAct.Kind.UNCONFIRMED)
                .map(kind -> count(kind, acts))
                .toList();
        List<Row> derogations = scope.territories().stream()
                .flatMap(year -> year.acts().stream()
                        .flatMap(List::stream)
                        .filter(act -> act.kind() == RotaAct.Kind.DEROGATION)
                        .sorted(Comparator.comparing(RotaAct::dutyDate))
                        .map(act -> Row.of(words(year.territory().name()), day(act.dutyDate()), words(act.text()))))
                .toList();
        return List.of(
                new Table(ROTA, Optional.of("rota-acts"), List.of("", "Nombre"), counts, Optional.empty()),
                new Table(
                        PRESENCE,
                        Optional.of("rota-acts"),
                        List.of("L’ordre d’appel change, l’astreinte et son forfait non", "Nombre"),
                        List.of(count(RotaAct.Kind.UNCONFIRMED, acts)),
                        Optional.empty()),
                orNone(
                        new Table(
                                "Dérogations au quota",
                                Optional.empty(),
                                List.of("Territoire", "Date", "Médecin et motif"),
                                derogations,
                                Optional.empty()),
                        "Aucune dérogation au quota dans l’année."));
    }

    private static Row count(RotaAct.Kind kind, List<RotaAct> acts) {
        return Row.of(
                kind.name(),
                words(kind.label()),
                number(acts.stream().filter(act -> act.kind() == kind).count()));
    }

    private static Optional<LocalDate> arrival(DateSpan dates, int year) {
        return Optional.of(dates.from()).filter(date -> date.getYear() == year);
    }

    private static Optional<LocalDate> departure(DateSpan dates, int year) {
        return dates.to().filter(date -> date.getYear() == year);
    }

    static Block orNone(Table table, String sentence) {
        return table.rows().isEmpty() ? new Paragraph(sentence) : table;
    }
}
