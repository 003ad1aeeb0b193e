package fr.appui.web.reports;

import fr.appui.indicators.report.Period;
import fr.appui.indicators.report.Printable;
import fr.appui.indicators.report.Reports;
import fr.appui.indicators.report.TerritoryYear;
import fr.appui.web.Problem;
import fr.appui.web.audit.Exported;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Service done, by physician and establishment: a year ({@code 2026}) or a month ({@code 2026-03}). */
@Path("/api/territories/{code}/pay")
@RolesAllowed(Roles.COORDINATOR)
public class PayResource {

    private final Reports reports;

    PayResource(Reports reports) {
        this.reports = reports;
    }

    @Exported
    @GET
    @Path("{period: \\d{4}(-\\d{2})?}{suffix: (\\.[a-z]+)?}")
    public Response statement(
            @PathParam("code") String code,
            @PathParam("period") String period,
            @PathParam("suffix") String suffix,
            @Context HttpHeaders headers) {
        Period asked = Territories.period("period", period);
        TerritoryYear year = reports.duties(Territories.code(code), asked)
                .orElseThrow(() -> Problem.notFound("Le territoire « " + code + " » n’existe pas."));
        Printable printable = reports.printed(year);
        return Rendering.asked(suffix, headers).of(printable, () -> printable, "service-fait-" + code + "-" + period);
    }
}
