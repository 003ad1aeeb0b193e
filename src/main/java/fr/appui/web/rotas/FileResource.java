package fr.appui.web.rotas;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.feed.LineProblem;
import fr.appui.planning.feed.RotaSheet;
import fr.appui.planning.life.ImportDesk;
import fr.appui.planning.life.SheetDesk;
import fr.appui.web.audit.Exported;
import fr.appui.web.request.Author;
import fr.appui.web.request.Known;
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

/** Tables in and out. An import tried with {@code dryRun=true} writes nothing; one with a problem neither. */
@Path("/api")
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "planning")
public class FileResource {

    private static final int UNPROCESSABLE = 422;

    private final Known known;
    private final Author author;
    private final ImportDesk imports;
    private final SheetDesk sheets;

    FileResource(Known known, Author author, ImportDesk imports, SheetDesk sheets) {
        this.known = known;
        this.author = author;
        this.imports = imports;
        this.sheets = sheets;
    }

    /** @param violations rules that the imported rota would break; a draft may, a published rota may not */
    public record Report(int lines, boolean written, List<LineProblem> problems, List<Answers.Broken> violations) {}

    @POST
    @Path("/territories/{code}/wishes/import")
    @Consumes({"text/csv", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Importe des souhaits (CSV) : médecin; souhait; du; au; jour; valeur")
    @APIResponse(responseCode = "200", description = "Lu, et écrit si ce n’est pas un essai")
    @APIResponse(responseCode = "422", description = "Chaque problème avec sa ligne et sa colonne ; rien n’est écrit")
    public Response wishes(@RestPath String code, @RestQuery boolean dryRun, byte @Nullable [] file) {
        return report(
                imports.wishes(known.territory(code), content(file), dryRun, author.act(null, "import de souhaits")));
    }

    @POST
    @Path("/territories/{code}/rotas/{quarter}/import")
    @Consumes({"text/csv", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Importe un planning existant (CSV) comme brouillon : date; médecin; rang")
    @APIResponse(responseCode = "200", description = "Lu, et écrit si ce n’est pas un essai")
    @APIResponse(responseCode = "422", description = "Chaque problème avec sa ligne et sa colonne ; rien n’est écrit")
    public Response rota(
            @RestPath String code, @RestPath String quarter, @RestQuery boolean dryRun, byte @Nullable [] file) {
        TerritoryCode territory = known.territory(code);
        Quarter asked = known.quarter(quarter);
        return report(imports.rota(territory, asked, content(file), dryRun, author.act(null, "import d’un planning")));
    }

    @GET
    @Path("/territories/{code}/rotas/{quarter}/export.csv")
    @Produces(RotaSheet.CSV_TYPE)
    @Operation(summary = "Les astreintes tenues d’un trimestre, pour un tableur (CSV)")
    @Exported
    public Response csv(@RestPath String code, @RestPath String quarter) {
        TerritoryCode territory = known.territory(code);
        Quarter asked = known.quarter(quarter);
        return file(RotaSheet.csv(sheets.rows(territory, asked)), RotaSheet.CSV_TYPE, territory, asked + ".csv");
    }

    @GET
    @Path("/territories/{code}/rotas/{quarter}/export.xlsx")
    @Produces(RotaSheet.XLSX_TYPE)
    @Operation(summary = "Les astreintes tenues d’un trimestre, pour un tableur (xlsx)")
    @Exported
    public Response xlsx(@RestPath String code, @RestPath String quarter) {
        TerritoryCode territory = known.territory(code);
        Quarter asked = known.quarter(quarter);
        byte[] content = RotaSheet.xlsx(asked.toString(), sheets.rows(territory, asked));
        return file(content, RotaSheet.XLSX_TYPE, territory, asked + ".xlsx");
    }

    private static byte[] content(byte @Nullable [] file) {
        return file == null ? new byte[0] : file;
    }

    private static Response report(ImportDesk.Result result) {
        var report = new Report(
                result.lines(),
                result.written(),
                result.problems(),
                result.violations().stream().map(Answers::broken).toList());
        return Response.status(result.problems().isEmpty() ? Response.Status.OK.getStatusCode() : UNPROCESSABLE)
                .entity(report)
                .build();
    }

    private static Response file(byte[] content, String type, TerritoryCode territory, String name) {
        return Response.ok(content, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"astreintes-" + territory.value() + "-" + name + "\"")
                .build();
    }
}
