package fr.appui.indicators.report;

import static fr.appui.indicators.report.Value.day;
import static fr.appui.indicators.report.Value.decimal;
import static fr.appui.indicators.report.Value.number;
import static fr.appui.indicators.report.Value.words;

import fr.appui.directory.Diploma;
import fr.appui.directory.Finess;
import fr.appui.directory.Physician;
import fr.appui.directory.Structure;
import fr.appui.directory.Volunteering;
import fr.appui.indicators.KnownPhysicians;
import fr.appui.indicators.Workforce;
import fr.appui.indicators.Workforce.Part;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** « La liste nominative des professionnels impliqués par établissement » (doc 001 §6). */
final class NamedListSection {

    static final String HOLDERS = "Médecins ayant tenu au moins une astreinte";

    static final String BACK_UPS = "Médecins de recours, au deuxième rang et aux suivants";

    private static final String DEFINITION =
            "ETP : quotité contractuelle du médecin à sa dernière astreinte. Heures tenues : durée"
                    + " des astreintes tenues au premier rang. Semaine d’appui : sept jours tenus. Roulements par trimestre et par ETP :"
                    + " semaines tenues, divisées par la quotité et par le nombre de trimestres de la période. Heures en communication :"
                    + " durée des appels répondus par le médecin, appels directs"
                    + " déclarés compris. ETP, temps tenu et temps en communication : ces heures rapportées à 1 607 heures"
                    + " par an, durée légale du travail, au prorata des trimestres ; ils ne mesurent pas la quotité du contrat.";

    /** A full-time year, by law. */
    private static final BigDecimal HOURS_A_YEAR = BigDecimal.valueOf(1_607);

    private static final BigDecimal MILLIS_AN_HOUR = BigDecimal.valueOf(3_600_000);

    private NamedListSection() {}

    /** What somebody did for one territory: whoever works in two of a region stands in the list of each. */
    private record Held(TerritoryYear year, Part part) {}

    static Section write(ReportScope scope) {
        List<Held> parts = held(scope, TerritoryYear::workforce);
        List<Block> blocks = new ArrayList<>();
        blocks.add(ChangesSection.orNone(
                new Table(
                        HOLDERS,
                        Optional.of("duties-by-physician"),
                        columns(scope, "Établissement", "Médecin", "RPPS", "Structure", "Formation", "ETP", "Jours"),
                        parts.stream().map(held -> row(held, scope)).toList(),
                        Optional.empty()),
                "Aucune astreinte tenue."));
        if (!parts.isEmpty()) {
            blocks.add(rotations(parts, scope));
            blocks.add(new Block.Paragraph(DEFINITION));
        }
        backUps(scope).ifPresent(blocks::add);
        volunteers(scope).ifPresent(blocks::add);
        coordination(scope).ifPresent(blocks::add);
        return new Section("named-list", "Liste nominative des professionnels par établissement", blocks);
    }

    /** By territory, then employer, then family name. */
    private static List<Held> held(ReportScope scope, Function<TerritoryYear, Workforce> of) {
        KnownPhysicians volunteers = scope.volunteers();
        return scope.territories().stream()
                .flatMap(year -> of.apply(year).parts().stream()
                        .sorted(Comparator.comparing((Part part) -> employer(part, volunteers))
                                .thenComparing(part -> volunteers.familyNameOf(part.physician())))
                        .map(part -> new Held(year, part)))
                .toList();
    }

    /** A region's document says where; a territory's has said it on its cover. */
    private static List<String> columns(ReportScope scope, String... columns) {
        return Stream.concat(scope.isRegion() ? Stream.of("Territoire") : Stream.of(), Stream.of(columns))
                .toList();
    }

    private static Row row(ReportScope scope, Held held, Value... cells) {
        return Row.of(
                held.part().physician().toString(),
                Stream.concat(
                                scope.isRegion()
                                        ? Stream.of(
                                                words(held.year().territory().name()))
                                        : Stream.of(),
                                Stream.of(cells))
                        .toArray(Value[]::new));
    }

    private static Block rotations(List<Held> parts, ReportScope scope) {
        BigDecimal quarters = BigDecimal.valueOf(IntStream.rangeClosed(1, 4)
                .filter(quarter -> scope.period().touchesQuarter(quarter))
                .count());
        return new Table(
                "ETP et roulements par médecin",
                Optional.of("duties-by-physician"),
                columns(
                        scope,
                        "Médecin",
                        "ETP",
                        "Heures tenues",
                        "Semaines d’appui",
                        "Roulements par trimestre et par ETP",
                        "ETP, temps tenu",
                        "Heures en communication",
                        "ETP, temps en communication"),
                parts.stream().map(held -> rotations(held, scope, quarters)).toList(),
                Optional.empty());
    }

    private static Row rotations(Held held, ReportScope scope, BigDecimal quarters) {
        KnownPhysicians volunteers = scope.volunteers();
        Part part = held.part();
        Optional<BigDecimal> share = volunteers.shareOn(part.physician(), part.last());
        Duration time = held.year().duties().stream()
                .map(duty -> duty.timeHeld().getOrDefault(part.physician(), Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
        Duration talk = held.year().calls().talkedBy().getOrDefault(part.physician(), Duration.ZERO);
        BigDecimal weeks = part.days().divide(BigDecimal.valueOf(7), 6, RoundingMode.HALF_UP);
        return row(
                scope,
                held,
                words(volunteers.nameOf(part.physician())),
                decimal(share),
                number(Math.round(time.toMinutes() / 60.0)),
                decimal(weeks),
                decimal(share.map(known -> weeks.divide(known.multiply(quarters), 6, RoundingMode.HALF_UP))),
                decimal(fullTime(time, quarters)),
                decimal(hours(talk)),
                decimal(fullTime(talk, quarters)));
    }

    private static BigDecimal hours(Duration time) {
        return new BigDecimal(time.toMillis()).divide(MILLIS_AN_HOUR, 6, RoundingMode.HALF_UP);
    }

    /** Of a full-time post over these quarters. */
    private static BigDecimal fullTime(Duration time, BigDecimal quarters) {
        BigDecimal post = HOURS_A_YEAR.multiply(quarters).divide(BigDecimal.valueOf(4), 2, RoundingMode.HALF_UP);
        return hours(time).divide(post, 6, RoundingMode.HALF_UP);
    }

    private static Optional<Block> backUps(ReportScope scope) {
        List<Held> parts = held(scope, year -> new Workforce(year.backUps(), scope.volunteers()));
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        BACK_UPS,
                        Optional.empty(),
                        columns(scope, "Établissement", "Médecin", "RPPS", "Jours de recours"),
                        parts.stream()
                                .map(held -> new Row(
                                        Optional.empty(),
                                        row(
                                                        scope,
                                                        held,
                                                        words(employer(held.part(), scope.volunteers())),
                                                        words(scope.volunteers()
                                                                .nameOf(held.part()
                                                                        .physician())),
                                                        words(rpps(held.part(), scope.volunteers())),
                                                        days(held.part()))
                                                .cells()))
                                .toList(),
                        Optional.empty()));
    }

    /** « Recenser les professionnels volontaires » (doc 001 §4): who offered themselves, declared it, or left in the year. */
    private static Optional<Block> volunteers(ReportScope scope) {
        List<Row> rows = scope.territories().stream()
                .flatMap(year -> scope.physicians().stream()
                        .filter(physician -> !physician.isErased())
                        .flatMap(physician -> physician
                                .career()
                                .volunteeringsIn(year.territory().code())
                                .stream()
                                .filter(volunteering -> known(volunteering, year))
                                .map(volunteering -> volunteer(scope, year, physician, volunteering))))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        "Volontaires recensés",
                        Optional.empty(),
                        columns(scope, "Médecin", "À quel titre", "Candidature", "Déclaration", "Départ", "État"),
                        rows,
                        Optional.empty()));
    }

    private static boolean known(Volunteering volunteering, TerritoryYear year) {
        return !volunteering
                        .appliedOn()
                        .or(volunteering::declaredOn)
                        .orElseThrow()
                        .isAfter(year.coversUntil())
                && volunteering
                        .leftOn()
                        .filter(left -> left.isBefore(year.firstDay()))
                        .isEmpty();
    }

    private static Row volunteer(
            ReportScope scope, TerritoryYear year, Physician physician, Volunteering volunteering) {
        return Row.of(Stream.concat(
                        scope.isRegion() ? Stream.of(words(year.territory().name())) : Stream.of(),
                        Stream.of(
                                words("Dr " + physician.name().full()),
                                words(volunteering.basis().label()),
                                day(volunteering.appliedOn()),
                                day(volunteering.declaredOn()),
                                day(volunteering.leftOn()),
                                words(volunteering.on(year.coversUntil()).label())))
                .toArray(Value[]::new));
    }

    private static Value days(Part part) {
        return decimal(part.days().setScale(2, RoundingMode.HALF_UP));
    }

    /** Who coordinates, as the hospital wrote it: no physician, so that no other record knows them. */
    private static Optional<Block> coordination(ReportScope scope) {
        return scope.narrative().coordination().isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        "Coordination",
                        Optional.empty(),
                        List.of("Nom", "Fonction", "Quotité"),
                        scope.narrative().coordination().stream()
                                .map(staff -> Row.of(words(staff.name()), words(staff.role()), words(staff.share())))
                                .toList(),
                        Optional.empty()));
    }

    private static String rpps(Part part, KnownPhysicians volunteers) {
        return volunteers
                .physician(part.physician())
                .map(Physician::rpps)
                .map(Object::toString)
                .orElse("");
    }

    private static Row row(Held held, ReportScope scope) {
        KnownPhysicians volunteers = scope.volunteers();
        Part part = held.part();
        return row(
                scope,
                held,
                words(employer(part, volunteers)),
                words(volunteers.nameOf(part.physician())),
                words(rpps(part, volunteers)),
                words(volunteers.structuresOn(part.physician(), part.last()).stream()
                        .map(Structure::name)
                        .collect(Collectors.joining(", "))),
                words(volunteers.diplomasOn(part.physician(), part.last()).stream()
                        .map(Diploma::shortLabel)
                        .collect(Collectors.joining(", "))),
                decimal(volunteers.shareOn(part.physician(), part.last())),
                days(part));
    }

    private static String employer(Part part, KnownPhysicians volunteers) {
        Optional<Finess> employer = volunteers.employerOn(part.physician(), part.last());
        return employer.map(volunteers::nameOf).orElse("Employeur inconnu");
    }
}
