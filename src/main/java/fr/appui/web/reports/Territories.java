package fr.appui.web.reports;

import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import fr.appui.indicators.report.Period;
import fr.appui.indicators.report.Reports;
import fr.appui.trace.CallId;
import fr.appui.web.Problem;
import java.util.Optional;

/** Codes and periods as addresses write them. */
final class Territories {

    private Territories() {}

    static CallId call(String text) {
        return Problem.read("call", text, CallId::new);
    }

    static TerritoryCode code(String text) {
        return Problem.read("code", text, TerritoryCode::new);
    }

    static Territory known(Reports reports, String code) {
        return reports.territory(code(code).value()).orElseThrow(() -> unknown(code));
    }

    /** @param field the parameter to blame */
    static Period period(String field, String text) {
        return Problem.read(field, text, Territories::period);
    }

    static Period period(String text) {
        return Period.parse(text)
                .orElseThrow(() -> new InvalidInput(WrittenValue.refused(
                        text,
                        "n’est pas une période",
                        "écrire une année (2026), un trimestre (2026-Q1) ou un mois (2026-03)")));
    }

    static Period year(int year) {
        return period("year", String.valueOf(year));
    }

    /** Either parameter. */
    static Period period(Optional<String> period, Optional<String> year) {
        return period.map(text -> period("period", text))
                .or(() -> year.map(text -> period("year", text)))
                .orElseThrow(() -> Problem.badRequest("year", "indiquer une année, par exemple 2026"));
    }

    static Problem.Refused unknown(String code) {
        return Problem.notFound("Aucun territoire « " + code + " », ni de région dont les codes commencent ainsi.");
    }
}
