package fr.appui.indicators.report;

import static fr.appui.indicators.report.Value.day;
import static fr.appui.indicators.report.Value.words;

import fr.appui.indicators.report.Block.Paragraph;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import fr.appui.indicators.report.Narrative.Meeting;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The sections that the hospital writes itself; one that it left empty is not printed. */
final class NarrativeSections {

    private NarrativeSections() {}

    static Optional<Section> commentary(Narrative narrative) {
        return written("commentary", "Commentaire de l’établissement porteur", narrative.commentary());
    }

    static Optional<Section> outlook(Narrative narrative) {
        return written("outlook", "Perspectives", narrative.outlook());
    }

    /** « Participer aux différents groupes de travail et Retex régionaux » (doc 001 §7). */
    static Optional<Section> meetings(Narrative narrative) {
        List<Row> rows = narrative.meetings().stream()
                .sorted(Comparator.comparing(Meeting::date))
                .map(meeting -> Row.of(
                        day(meeting.date()),
                        words(meeting.subject()),
                        words(meeting.decisions()),
                        words(meeting.actions())))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        "meetings",
                        "Groupes de travail et retours d’expérience",
                        List.of(new Table(
                                "Réunions de l’année",
                                Optional.empty(),
                                List.of("Date", "Réunion", "Décisions", "Suites"),
                                rows,
                                Optional.empty()))));
    }

    private static Optional<Section> written(String code, String title, String text) {
        List<Block> paragraphs = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .<Block>map(Paragraph::new)
                .toList();
        return paragraphs.isEmpty() ? Optional.empty() : Optional.of(new Section(code, title, paragraphs));
    }
}
