package fr.appui.web.reports;

import fr.appui.web.audit.Exported;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The annual report of one territory. */
@Path("/api/territories/{code}/reports")
@RolesAllowed({Roles.COORDINATOR, Roles.ARS_READER})
public class ReportsResource {

    private final ReportDesk desk;
    private final Visitor visitor;

    ReportsResource(ReportDesk desk, Visitor visitor) {
        this.desk = desk;
        this.visitor = visitor;
    }

    /** @param audience {@code ARS} for the complete document, {@code PUBLIC} for the one that anybody may read */
    @Exported
    @GET
    @Path("{year: \\d{4}}{suffix: (\\.[a-z]+)?}")
    public Response report(
            @PathParam("code") String code,
            @PathParam("year") int year,
            @PathParam("suffix") String suffix,
            @QueryParam("audience") @DefaultValue("ARS") String audience,
            @Context HttpHeaders headers) {
        return desk.report(code, year, audience, Rendering.asked(suffix, headers));
    }

    /** Freezes the report as it stands: what the ARS receives. */
    @RolesAllowed(Roles.COORDINATOR)
    @POST
    @Path("{year: \\d{4}}/submit")
    public Response submit(@PathParam("code") String code, @PathParam("year") int year) {
        return desk.submitted(desk.submit(code, year, visitor.signedIn().login()));
    }

    /** What the hospital writes of the year itself. */
    @GET
    @Path("{year: \\d{4}}/narrative")
    @Produces(MediaType.APPLICATION_JSON)
    public NarrativeEntry narrative(@PathParam("code") String code, @PathParam("year") int year) {
        return desk.narrative(code, year);
    }

    /** Until the report is submitted; over the version that was read. */
    @RolesAllowed(Roles.COORDINATOR)
    @PUT
    @Path("{year: \\d{4}}/narrative")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public NarrativeEntry write(
            @PathParam("code") String code, @PathParam("year") int year, @Nullable NarrativeEntry entry) {
        return desk.write(code, year, entry);
    }

    /** What was submitted, byte for byte: its SHA-256 is the digest that the report prints. */
    @Exported
    @GET
    @Path("{year: \\d{4}}/submitted.json")
    public Response document(@PathParam("code") String code, @PathParam("year") int year) {
        return desk.document(code, year);
    }

    /** Which reports there are: submitted, due, or of the year that goes on. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<ReportDesk.Line> list(@PathParam("code") String code) {
        return desk.lines(code);
    }
}
