package fr.appui.web.reports;

import fr.appui.indicators.report.AnnualReport;
import fr.appui.indicators.report.ReportPrint;
import fr.appui.indicators.report.Reports;
import fr.appui.indicators.report.SmallNumbers;
import fr.appui.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** The annual report of a territory or of a region, as a draft or as it was submitted. */
@ApplicationScoped
class ReportDesk {

    private final Reports reports;

    ReportDesk(Reports reports) {
        this.reports = reports;
    }

    /** @param masked hides counts of calls under five, as in a version to publish */
    Response report(String code, int year, boolean masked, Rendering rendering) {
        AnnualReport whole = reports.of(code, year).orElseThrow(() -> unknown(code));
        AnnualReport report = masked ? SmallNumbers.masked(whole) : whole;
        return rendering.of(report, () -> ReportPrint.of(report, reports.zone(code)), "bilan-" + code + "-" + year);
    }

    /** Freezes the report as it stands: what the ARS receives. */
    Response submit(String code, int year, SecurityContext who) {
        if (reports.isSubmitted(code, year)) {
            throw Problem.conflict(
                    "bilan-deja-transmis",
                    "Le bilan " + year + " de " + code + " est déjà transmis ; il ne change plus.");
        }
        String author = who.getUserPrincipal() == null
                ? "non identifié"
                : who.getUserPrincipal().getName();
        AnnualReport report = reports.submit(code, year, author).orElseThrow(() -> unknown(code));
        return Rendering.JSON.of(report.heading(), () -> ReportPrint.of(report, reports.zone(code)), "");
    }

    private static Problem.Refused unknown(String code) {
        return Problem.notFound("Aucun territoire « " + code + " », ni de région dont les codes commencent ainsi.");
    }
}
