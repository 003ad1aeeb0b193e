package fr.appui.indicators.report;

import static fr.appui.indicators.report.Value.day;
import static fr.appui.indicators.report.Value.words;

import fr.appui.directory.Agreement;
import fr.appui.directory.Signatory;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** « La liste des établissements partenaires » (doc 001 §6): the host, then every establishment under agreement. */
final class PartnersSection {

    private PartnersSection() {}

    static Section write(ReportScope scope) {
        List<Row> rows = new ArrayList<>();
        for (TerritoryYear year : scope.territories()) {
            year.territory()
                    .host()
                    .ifPresent(host -> rows.add(Row.of(
                            words(year.territory().name()),
                            words(scope.volunteers().nameOf(host)),
                            words(host.value()),
                            words("Établissement porteur"),
                            new Value.Missing(),
                            words(""))));
            year.partners().agreements().stream()
                    .filter(agreement -> held(agreement, year))
                    .forEach(agreement -> rows.add(row(year, agreement, scope)));
        }
        return new Section(
                "partners",
                "Établissements partenaires",
                List.of(ChangesSection.orNone(
                        new Table(
                                "Établissements",
                                Optional.empty(),
                                List.of("Territoire", "Établissement", "FINESS", "Qualité", "Signée le", "Signataires"),
                                rows,
                                Optional.empty()),
                        "Aucun établissement n’est enregistré.")));
    }

    private static boolean held(Agreement agreement, TerritoryYear year) {
        return !agreement.dates().from().isAfter(year.lastDay())
                && agreement
                        .dates()
                        .to()
                        .filter(to -> to.isBefore(year.firstDay()))
                        .isEmpty();
    }

    private static Row row(TerritoryYear year, Agreement agreement, ReportScope scope) {
        return Row.of(
                words(year.territory().name()),
                words(scope.volunteers().nameOf(agreement.partner())),
                words(agreement.partner().value()),
                words("Partenaire"),
                day(agreement.signedOn()),
                words(agreement.signatories().stream().map(Signatory::name).collect(Collectors.joining(", "))));
    }
}
