package fr.appui.indicators.report;

import static fr.appui.indicators.report.Value.decimal;
import static fr.appui.indicators.report.Value.number;
import static fr.appui.indicators.report.Value.words;

import fr.appui.directory.Diploma;
import fr.appui.directory.Finess;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Structure;
import fr.appui.indicators.HeldWindow;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** « La liste nominative des professionnels impliqués par établissement » (doc 001 §6). */
final class NamedListSection {

    static final String HOLDERS = "Médecins ayant tenu au moins une astreinte";

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

    static Section write(ReportScope scope) {
        KnownPhysicians volunteers = scope.volunteers();
        List<Part> parts = new ArrayList<>(scope.workforce().parts());
        parts.sort(Comparator.comparing((Part part) -> employer(part, volunteers))
                .thenComparing(part -> volunteers.familyNameOf(part.physician())));
        List<Block> blocks = new ArrayList<>();
        blocks.add(ChangesSection.orNone(
                new Table(
                        HOLDERS,
                        Optional.of("duties-by-physician"),
                        List.of("Établissement", "Médecin", "RPPS", "Structure", "Formation", "ETP", "Jours"),
                        parts.stream().map(part -> row(part, volunteers)).toList(),
                        Optional.empty()),
                "Aucune astreinte tenue."));
        if (!parts.isEmpty()) {
            blocks.add(rotations(parts, scope));
            blocks.add(new Block.Paragraph(DEFINITION));
        }
        backUps(scope).ifPresent(blocks::add);
        coordination(scope).ifPresent(blocks::add);
        return new Section("named-list", "Liste nominative des professionnels par établissement", blocks);
    }

    private static Block rotations(List<Part> parts, ReportScope scope) {
        KnownPhysicians volunteers = scope.volunteers();
        Map<PhysicianId, Duration> held = new HashMap<>();
        scope.duties().forEach(duty -> duty.timeHeld().forEach((who, time) -> held.merge(who, time, Duration::plus)));
        Map<PhysicianId, Duration> talked = scope.calls().talkedBy();
        BigDecimal quarters = BigDecimal.valueOf(IntStream.rangeClosed(1, 4)
                .filter(quarter -> scope.period().touchesQuarter(quarter))
                .count());
        return new Table(
                "ETP et roulements par médecin",
                Optional.of("duties-by-physician"),
                List.of(
                        "Médecin",
                        "ETP",
                        "Heures tenues",
                        "Semaines d’appui",
                        "Roulements par trimestre et par ETP",
                        "ETP, temps tenu",
                        "Heures en communication",
                        "ETP, temps en communication"),
                parts.stream()
                        .map(part -> {
                            Optional<BigDecimal> share = volunteers.shareOn(part.physician(), part.last());
                            Duration time = held.getOrDefault(part.physician(), Duration.ZERO);
                            Duration talk = talked.getOrDefault(part.physician(), Duration.ZERO);
                            BigDecimal weeks = part.days().divide(BigDecimal.valueOf(7), 6, RoundingMode.HALF_UP);
                            return Row.of(
                                    part.physician().toString(),
                                    words(volunteers.nameOf(part.physician())),
                                    decimal(share),
                                    number(Math.round(time.toMinutes() / 60.0)),
                                    decimal(weeks),
                                    decimal(share.map(
                                            known -> weeks.divide(known.multiply(quarters), 6, RoundingMode.HALF_UP))),
                                    decimal(fullTime(time, quarters)),
                                    decimal(hours(talk)),
                                    decimal(fullTime(talk, quarters)));
                        })
                        .toList(),
                Optional.empty());
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
        KnownPhysicians volunteers = scope.volunteers();
        List<HeldWindow> held = scope.territories().stream()
                .flatMap(year -> year.backUps().stream())
                .toList();
        List<Part> parts = new Workforce(held, volunteers).parts();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        "Médecins de renfort, au second rang et aux suivants",
                        Optional.empty(),
                        List.of("Établissement", "Médecin", "RPPS", "Jours de renfort"),
                        parts.stream()
                                .sorted(Comparator.comparing((Part part) -> employer(part, volunteers))
                                        .thenComparing(part -> volunteers.familyNameOf(part.physician())))
                                .map(part -> Row.of(
                                        words(employer(part, volunteers)),
                                        words(volunteers.nameOf(part.physician())),
                                        words(rpps(part, volunteers)),
                                        decimal(part.days().setScale(2, RoundingMode.HALF_UP))))
                                .toList(),
                        Optional.empty()));
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

    private static Row row(Part part, KnownPhysicians volunteers) {
        return Row.of(
                part.physician().toString(),
                words(employer(part, volunteers)),
                words(volunteers.nameOf(part.physician())),
                words(rpps(part, volunteers)),
                words(volunteers.structuresOn(part.physician(), part.last()).stream()
                        .map(Structure::name)
                        .collect(Collectors.joining(", "))),
                words(volunteers.diplomasOn(part.physician(), part.last()).stream()
                        .map(Diploma::name)
                        .map(name -> name.replace('_', ' '))
                        .collect(Collectors.joining(", "))),
                decimal(volunteers.shareOn(part.physician(), part.last())),
                decimal(part.days().setScale(2, RoundingMode.HALF_UP)));
    }

    private static String employer(Part part, KnownPhysicians volunteers) {
        Optional<Finess> employer = volunteers.employerOn(part.physician(), part.last());
        return employer.map(volunteers::nameOf).orElse("Employeur inconnu");
    }
}
