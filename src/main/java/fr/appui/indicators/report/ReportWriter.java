package fr.appui.indicators.report;

import fr.appui.directory.MailAddress;
import fr.appui.directory.Territory;
import fr.appui.indicators.report.AnnualReport.Heading;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a report from a year's facts, in the order of doc 001 §6. Pure: the same facts give the same document. */
public final class ReportWriter {

    private ReportWriter() {}

    /** @param printedOn the day it is written, printed on the title page */
    public static AnnualReport write(ReportScope scope, LocalDate printedOn, List<Definition> definitions) {
        Narrative narrative = scope.narrative();
        List<Section> sections = Stream.of(
                        Optional.of(SummarySection.write(scope)),
                        NarrativeSections.commentary(narrative),
                        Optional.of(QuantitativeSection.write(scope)),
                        Optional.of(QualitativeSection.write(scope)),
                        Optional.of(ChangesSection.write(scope)),
                        Optional.of(PartnersSection.write(scope)),
                        Optional.of(NamedListSection.write(scope)),
                        Optional.of(FinancialSection.write(scope)),
                        Optional.of(DifficultiesSection.write(scope)),
                        NarrativeSections.meetings(narrative),
                        NarrativeSections.outlook(narrative))
                .flatMap(Optional::stream)
                .toList();
        Optional<Territory> alone = scope.isRegion()
                ? Optional.empty()
                : Optional.of(scope.territories().getFirst().territory());
        var heading = new Heading(
                scope.code(),
                scope.name(),
                scope.year(),
                alone.flatMap(Territory::host).map(scope.volunteers()::nameOf),
                alone.map(ReportWriter::contact).filter(text -> !text.isEmpty()),
                scope.coversUntil(),
                printedOn,
                Optional.empty(),
                false,
                Optional.of(narrative.medicalLead()).filter(name -> !name.isEmpty()));
        return new AnnualReport(heading, sections, definitions);
    }

    private static String contact(Territory territory) {
        return Stream.of(
                        territory.host().map(finess -> "FINESS " + finess.value()),
                        territory.line().map(line -> "ligne " + line.number().national()),
                        territory.contact().mail().map(MailAddress::value))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }
}
