package fr.appui.web.reports;

import fr.appui.indicators.report.AnnualReport;
import fr.appui.indicators.report.ReportPrint;
import fr.appui.indicators.report.Reports;
import fr.appui.web.Problem;
import fr.appui.web.audit.Exported;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A region's templates of the report (doc 001 §6, « trame régionale »): files sent here, not releases. */
@Path("/api/regions/{code}/report-templates")
@RolesAllowed({Roles.COORDINATOR, Roles.ARS_READER, Roles.ADMINISTRATOR})
@Produces(MediaType.APPLICATION_JSON)
public class ReportTemplatesResource {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String YAML = "application/yaml";

    private final TemplateDesk desk;
    private final Reports reports;

    ReportTemplatesResource(TemplateDesk desk, Reports reports) {
        this.desk = desk;
        this.reports = reports;
    }

    /** Latest first. */
    @GET
    public List<TemplateDesk.Line> list(@PathParam("code") String code) {
        return desk.lines(code);
    }

    @POST
    @Consumes({YAML, "application/x-yaml", MediaType.TEXT_PLAIN})
    public TemplateDesk.Line load(@PathParam("code") String code, @Nullable String yaml) {
        return desk.keep(code, yaml);
    }

    /** The report of a year as it would be under the file, nothing kept. */
    @POST
    @Path("preview.pdf")
    @Consumes({YAML, "application/x-yaml", MediaType.TEXT_PLAIN})
    @Produces("application/pdf")
    public Response preview(
            @PathParam("code") String code, @QueryParam("year") Optional<Integer> year, @Nullable String yaml) {
        AnnualReport report = desk.preview(
                code, year.orElseThrow(() -> Problem.badRequest("year", "indiquer une année, par exemple 2026")), yaml);
        return Rendering.PDF.of(report, () -> ReportPrint.of(report, reports.zone(code)), "apercu-" + code);
    }

    /** The file as it was loaded. */
    @GET
    @Path("{version}.yaml")
    @Produces(YAML)
    public String source(@PathParam("code") String code, @PathParam("version") String version) {
        return desk.source(code, version);
    }

    @Exported
    @GET
    @Path("{version}/layout.docx")
    @Produces(DOCX)
    public byte[] layout(@PathParam("code") String code, @PathParam("version") String version) {
        return desk.layout(code, version)
                .orElseThrow(() -> Problem.notFound("Aucun modèle docx n’accompagne cette trame."));
    }

    /** A text document of 4 MB at most, whose {@code {contenu}} the sections replace; it takes the place of the one before. */
    @PUT
    @Path("{version}/layout.docx")
    @Consumes(DOCX)
    public Response keepLayout(
            @PathParam("code") String code, @PathParam("version") String version, byte @Nullable [] docx) {
        desk.keepLayout(code, version, docx);
        return Response.noContent().build();
    }
}
