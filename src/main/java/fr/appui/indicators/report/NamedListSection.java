package fr.appui.indicators.report;

import static fr.appui.indicators.report.Value.decimal;
import static fr.appui.indicators.report.Value.words;

import fr.appui.directory.Diploma;
import fr.appui.directory.Finess;
import fr.appui.directory.Physician;
import fr.appui.directory.Structure;
import fr.appui.indicators.KnownPhysicians;
import fr.appui.indicators.Workforce.Part;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** « La liste nominative des professionnels impliqués par établissement » (doc 001 §6). */
final class NamedListSection {

    private NamedListSection() {}

    static Section write(ReportScope scope) {
        KnownPhysicians volunteers = scope.volunteers();
        List<Part> parts = new ArrayList<>(scope.workforce().parts());
        parts.sort(Comparator.comparing((Part part) -> employer(part, volunteers))
                .thenComparing(part -> volunteers.familyNameOf(part.physician())));
        return new Section(
                "named-list",
                "Liste nominative des professionnels par établissement",
                List.of(ChangesSection.orNone(
                        new Table(
                                "Médecins ayant tenu au moins une astreinte",
                                Optional.of("duties-by-physician"),
                                List.of("Établissement", "Médecin", "RPPS", "Structure", "Formation", "ETP", "Jours"),
                                parts.stream()
                                        .map(part -> row(part, volunteers))
                                        .toList(),
                                Optional.empty()),
                        "Aucune astreinte tenue.")));
    }

    private static Row row(Part part, KnownPhysicians volunteers) {
        return Row.of(
                part.physician().toString(),
                words(employer(part, volunteers)),
                words(volunteers.nameOf(part.physician())),
                words(volunteers
                        .physician(part.physician())
                        .map(Physician::rpps)
                        .map(Object::toString)
                        .orElse("")),
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
