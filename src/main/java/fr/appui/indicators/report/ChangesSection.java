package fr.appui.indicators.report;

import static fr.appui.indicators.report.Value.day;
import static fr.appui.indicators.report.Value.number;
import static fr.appui.indicators.report.Value.words;

import fr.appui.calendar.ArsAgreement;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.directory.Career;
import fr.appui.directory.DateSpan;
import fr.appui.directory.Physician;
import fr.appui.indicators.report.Block.Paragraph;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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
                        List.of(
                                "Territoire",
                                "Avant",
                                "Après",
                                "Annoncé à l’ARS",
                                "Accord de l’ARS",
                                "Référence",
                                "En vigueur"),
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
                words(year.calendar()
                        .perimeterOn(perimeter.inForceFrom().minusDays(1))
                        .map(ChangesSection::hours)
                        .orElse("aucune plage")),
                words(hours(perimeter)),
                day(perimeter.announcedOn()),
                day(perimeter.agreement().map(ArsAgreement::date)),
                words(perimeter.agreement().map(ArsAgreement::reference).orElse("accord attendu")),
                day(perimeter.inForceFrom()));
    }

    private static String hours(Perimeter perimeter) {
        PerimeterHours hours = perimeter.hours();
        return QualitativeSection.nameOf(perimeter.kind()) + " : "
                + QualitativeSection.hours(hours, hours.workingStart()) + " en semaine, "
                + QualitativeSection.hours(hours, hours.nonWorkingStart()) + " les autres jours";
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

    private record Change(LocalDate date, String territory, String name, String what) {}

    /** Arrivals and departures, and what changed meanwhile: employer, structure, share of a full-time post. */
    private static Block team(ReportScope scope) {
        List<Change> changes = new ArrayList<>();
        for (TerritoryYear year : scope.territories()) {
            for (Physician physician : scope.physicians()) {
                physician.career().practices().stream()
                        .filter(practice ->
                                practice.territory().equals(year.territory().code()))
                        .forEach(practice ->
                                changes(physician, practice, year, scope).forEach(changes::add));
            }
        }
        List<Row> rows = changes.stream()
                .distinct()
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

    private static Stream<Change> changes(
            Physician physician, Career.Practice practice, TerritoryYear year, ReportScope scope) {
        Career career = physician.career();
        Function<LocalDate, Function<String, Change>> change = date -> what -> new Change(
                date, year.territory().name(), "Dr " + physician.name().full(), what);
        Stream<Change> came = Stream.concat(
                arrival(practice.dates(), year.year()).stream()
                        .map(date -> change.apply(date).apply("Arrivée")),
                departure(practice.dates(), year.year()).stream()
                        .map(date -> change.apply(date).apply("Départ")));
        Stream<Change> employers = career.employments().stream()
                .map(Career.Employment::dates)
                .map(DateSpan::from)
                .filter(date -> meanwhile(date, practice, year))
                .flatMap(date -> career.employerOn(date).stream()
                        .filter(now -> career.employerOn(date.minusDays(1))
                                .filter(then -> !then.equals(now))
                                .isPresent())
                        .map(now -> change.apply(date)
                                .apply("Changement d’employeur : "
                                        + scope.volunteers().nameOf(now))));
        Stream<Change> structures = career.posts().stream()
                .filter(post -> meanwhile(post.dates().from(), practice, year))
                .filter(post -> career.posts().stream()
                        .anyMatch(other -> other.structure() != post.structure()
                                && other.dates().contains(post.dates().from().minusDays(1))))
                .map(post -> change.apply(post.dates().from())
                        .apply("Changement de structure : " + post.structure().name()));
        Stream<Change> shares = career.shareChanges().stream()
                .filter(share -> meanwhile(share.on(), practice, year))
                .map(share -> change.apply(share.on())
                        .apply("Quotité : de " + written(share.before()) + " à " + written(share.after()) + " ETP"));
        Stream<Change> tookPart = career.volunteeringsIn(practice.territory()).stream()
                .flatMap(volunteering -> Stream.of(
                                volunteering
                                        .appliedOn()
                                        .map(date -> change.apply(date).apply("Candidature")),
                                volunteering
                                        .declaredOn()
                                        .map(date -> change.apply(date).apply("Déclaration de volontariat")),
                                volunteering
                                        .leftOn()
                                        .map(date -> change.apply(date).apply("Départ de l’appui")))
                        .flatMap(Optional::stream))
                .filter(known -> known.date().getYear() == year.year());
        return Stream.of(came, tookPart, employers, structures, shares).flatMap(all -> all);
    }

    /** Whoever had come already, and had not left. */
    private static boolean meanwhile(LocalDate date, Career.Practice practice, TerritoryYear year) {
        return date.getYear() == year.year()
                && practice.dates().contains(date)
                && !practice.dates().from().equals(date);
    }

    private static String written(BigDecimal share) {
        return share.stripTrailingZeros().toPlainString().replace('.', ',');
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
