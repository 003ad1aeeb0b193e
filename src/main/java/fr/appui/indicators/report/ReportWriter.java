package fr.appui.indicators.report;

import fr.appui.indicators.report.AnnualReport.Heading;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Writes a report from a year's facts, in the order of doc 001 §6. Pure: the same facts give the same document. */
public final class ReportWriter {

    private ReportWriter() {}

    /** @param printedOn the day it is written, printed on the title page */
    public static AnnualReport write(ReportScope scope, LocalDate printedOn, List<Definition> definitions) {
        List<Section> sections = List.of(
                QuantitativeSection.write(scope),
                QualitativeSection.write(scope),
                ChangesSection.write(scope),
                PartnersSection.write(scope),
                NamedListSection.write(scope),
                FinancialSection.write(scope),
                DifficultiesSection.write(scope));
        Optional<String> host = scope.isRegion()
                ? Optional.empty()
                : scope.territories().getFirst().territory().host().map(scope.volunteers()::nameOf);
        var heading = new Heading(
                scope.code(),
                scope.name(),
                scope.year(),
                host,
                scope.coversUntil(),
                printedOn,
                Optional.empty(),
                false);
        return new AnnualReport(heading, sections, definitions);
    }
}
