package fr.appui.web.directory;

import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
import fr.appui.planning.feed.LineProblem;
import fr.appui.web.audit.Exported;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The directory as CSV, in and out. */
@Path("/api")
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "directory")
public class DirectoryFilesResource {

    private static final int UNPROCESSABLE = 422;

    private final Directory directory;
    private final DirectoryFile files;
    private final DirectoryImportDesk imports;
    private final Exchange exchange;

    DirectoryFilesResource(Directory directory, DirectoryFile files, DirectoryImportDesk imports, Exchange exchange) {
        this.directory = directory;
        this.files = files;
        this.imports = imports;
        this.exchange = exchange;
    }

    public record DirectoryReport(int lines, boolean written, List<LineProblem> problems) {}

    @POST
    @Path("/territories/{code}/physicians/import")
    @Consumes({"text/csv", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Importe des médecins (CSV, les colonnes de l’export) ; dryRun=true n’écrit rien")
    @APIResponse(responseCode = "200", description = "Ce qui est écrit, ou le serait (dryRun)")
    @APIResponse(responseCode = "422", description = "Chaque problème avec sa ligne et sa colonne ; rien n’est écrit")
    public Response physicians(@RestPath String code, @RestQuery boolean dryRun, byte @Nullable [] file) {
        return imported(DirectoryImportDesk.Kind.PHYSICIANS, code, dryRun, file);
    }

    @POST
    @Path("/territories/{code}/establishments/import")
    @Consumes({"text/csv", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Importe des établissements (CSV, les colonnes de l’export) ; dryRun=true n’écrit rien")
    @APIResponse(responseCode = "200", description = "Ce qui est écrit, ou le serait (dryRun)")
    @APIResponse(responseCode = "422", description = "Chaque problème avec sa ligne et sa colonne ; rien n’est écrit")
    public Response establishments(@RestPath String code, @RestQuery boolean dryRun, byte @Nullable [] file) {
        return imported(DirectoryImportDesk.Kind.ESTABLISHMENTS, code, dryRun, file);
    }

    @GET
    @Path("/territories/{code}/physicians.csv")
    @Produces(DirectoryFile.TYPE)
    @Exported
    @Operation(summary = "Les médecins du territoire, pour un tableur (CSV)")
    public Response physicians(@RestPath String code) {
        Territory territory = exchange.territory(code);
        List<Physician> physicians = directory.physiciansOf(territory.code()).stream()
                .filter(physician -> !physician.isErased())
                .toList();
        return file(files.write(physicians), "medecins-" + territory.code());
    }

    @GET
    @Path("/territories/{code}/establishments.csv")
    @Produces(DirectoryFile.TYPE)
    @Exported
    @Operation(summary = "Les établissements de l’annuaire, pour un tableur (CSV)")
    public Response establishments(@RestPath String code) {
        exchange.territory(code);
        return file(files.writeEstablishments(directory.establishments()), "etablissements");
    }

    private Response imported(DirectoryImportDesk.Kind kind, String code, boolean dryRun, byte @Nullable [] file) {
        exchange.territory(code);
        DirectoryImportDesk.Result result =
                imports.run(kind, file == null ? new byte[0] : file, dryRun, exchange.author());
        return Response.status(result.problems().isEmpty() ? Response.Status.OK.getStatusCode() : UNPROCESSABLE)
                .entity(new DirectoryReport(result.lines(), result.written(), result.problems()))
                .build();
    }

    private static Response file(byte[] content, String name) {
        return Response.ok(content, DirectoryFile.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .build();
    }
}
