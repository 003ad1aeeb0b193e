package fr.appui.web.reports;

import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.report.Period;
import fr.appui.indicators.report.Reports;
import fr.appui.indicators.report.WhichOnes;
import fr.appui.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The calls or duties behind a figure of a territory or of a region. */
@ApplicationScoped
class FigureDesk {

    private final Reports reports;
    private final WhichOnes whichOnes;

    FigureDesk(Reports reports, WhichOnes whichOnes) {
        this.reports = reports;
        this.whichOnes = whichOnes;
    }

    WhichOnes.Found find(String code, Period period, String indicator, WhichOnes.Asked asked) {
        List<TerritoryCode> territories =
                reports.territories(code).stream().map(Territory::code).toList();
        if (territories.isEmpty()) {
            throw Territories.unknown(code);
        }
        return whichOnes
                .find(territories, period, indicator, asked)
                .orElseThrow(() ->
                        Problem.notFound("L’indicateur « " + indicator + " » n’existe pas ; voir /api/indicators."));
    }
}
