package fr.appui.web.reports;

import fr.appui.indicators.report.AnnualReport;
import fr.appui.indicators.report.ReportPrint;
import fr.appui.indicators.report.Reports;
import fr.appui.indicators.report.SmallNumbers;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** The annual report of a territory or of a region, as a draft or as it was submitted. */
@Path("/api/{of:territories|regions}/{code}/reports")
@RolesAllowed({Roles.COORDINATOR, Roles.ARS_READER})
public class ReportsResource {

    private static final String YEAR = "{year: \\d{4}}{suffix: (\\.[a-z]+)?}";

    private final Reports reports;

    ReportsResource(Reports reports) {
        this.reports = reports;
    }

    /** @param masked {@code true} hides counts of calls under five, as in a version to publish */
    @GET
    @Path(YEAR)
    public Response report(
            @PathParam("code") String code,
            @PathParam("year") int year,
            @PathParam("suffix") String suffix,
            @QueryParam("masked") @DefaultValue("false") boolean masked,
            @Context HttpHeaders headers) {
        AnnualReport whole = reports.of(code, year).orElseThrow(() -> unknown(code));
        AnnualReport report = masked ? SmallNumbers.masked(whole) : whole;
        return Rendering.asked(suffix, headers)
                .of(report, () -> ReportPrint.of(report, reports.zone(code)), "bilan-" + code + "-" + year);
    }

    /** Freezes the report as it stands: what the ARS receives. */
    @RolesAllowed(Roles.COORDINATOR)
    @POST
    @Path("{year: \\d{4}}/submit")
    public Response submit(@PathParam("code") String code, @PathParam("year") int year, @Context SecurityContext who) {
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
