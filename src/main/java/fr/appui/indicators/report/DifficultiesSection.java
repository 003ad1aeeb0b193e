package fr.appui.indicators.report;

import static fr.appui.indicators.report.Value.day;
import static fr.appui.indicators.report.Value.words;

import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the hospital tells the ARS about the difficulties of the year (doc 001 §4 and §7). */
final class DifficultiesSection {

    private DifficultiesSection() {}

    static Section write(ReportScope scope) {
        List<Row> rows = scope.territories().stream()
                .flatMap(year -> year.difficulties().stream())
                .sorted(Comparator.comparing(Difficulty::date))
                .map(entry -> Row.of(
                        day(entry.date()),
                        words(scope.territories().stream()
                                .map(TerritoryYear::territory)
                                .filter(territory -> territory.code().equals(entry.territory()))
                                .map(territory -> territory.name())
                                .findFirst()
                                .orElse(entry.territory().value())),
                        words(entry.category().label()),
                        words(entry.text()),
                        words(entry.answer().orElse("")),
                        words(entry.arsAnswer().orElse(""))))
                .toList();
        return new Section(
                "difficulties",
                "Difficultés rencontrées",
                List.of(ChangesSection.orNone(
                        new Table(
                                "Difficultés remontées à l’ARS",
                                Optional.empty(),
                                List.of(
                                        "Date",
                                        "Territoire",
                                        "Catégorie",
                                        "Difficulté",
                                        "Réponse apportée",
                                        "Réponse de l’ARS"),
                                rows,
                                Optional.empty()),
                        "Aucune difficulté n’a été enregistrée dans l’année.")));
    }
}
