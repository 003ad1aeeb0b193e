package fr.appui.web.reports;

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

/** The annual report of one territory. */
@Path("/api/territories/{code}/reports")
@RolesAllowed({Roles.COORDINATOR, Roles.ARS_READER})
public class ReportsResource {

    private final ReportDesk desk;

    ReportsResource(ReportDesk desk) {
        this.desk = desk;
    }

    /** @param masked {@code true} hides counts of calls under five, as in a version to publish */
    @GET
    @Path("{year: \\d{4}}{suffix: (\\.[a-z]+)?}")
    public Response report(
            @PathParam("code") String code,
            @PathParam("year") int year,
            @PathParam("suffix") String suffix,
            @QueryParam("masked") @DefaultValue("false") boolean masked,
            @Context HttpHeaders headers) {
        return desk.report(code, year, masked, Rendering.asked(suffix, headers));
    }

    /** Freezes the report as it stands: what the ARS receives. */
    @RolesAllowed(Roles.COORDINATOR)
    @POST
    @Path("{year: \\d{4}}/submit")
    public Response submit(@PathParam("code") String code, @PathParam("year") int year, @Context SecurityContext who) {
        return desk.submit(code, year, who);
    }
}
