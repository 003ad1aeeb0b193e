package fr.appui.web.directory;

import fr.appui.directory.TakeOver;
import fr.appui.directory.Territory;
import fr.appui.web.Paging;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who may take a patient over on which nights, for programs: a directory of resources sends its file here. */
@Path("/api/territories/{code}/take-overs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "directory")
public class TakeOverResource {

    private final TakeOverFile file;
    private final Exchange exchange;

    TakeOverResource(TakeOverFile file, Exchange exchange) {
        this.file = file;
        this.exchange = exchange;
    }

    public record Service(TakeOver.Kind kind, String name, String phone, LocalDate from, LocalDate to) {
        static Service of(TakeOver one) {
            return new Service(one.kind(), one.name(), one.phone().e164(), one.from(), one.to());
        }
    }

    @GET
    @Operation(summary = "Les HAD, EMSP et USP qui peuvent prendre le relais, telles que le dernier fichier les donne")
    public Paging.Page<Service> list(
            @RestPath String code, @RestQuery Optional<String> page, @RestQuery Optional<String> size) {
        Territory territory = exchange.territory(code);
        return Paging.asked(page, size)
                .of(file.of(territory).stream().map(Service::of).toList());
    }

    /** Columns: nature, nom, téléphone, du, au. All of the file or nothing. */
    @POST
    @Path("import")
    @Consumes({"text/csv", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(summary = "Remplace la liste par celle d’un fichier CSV, entier ou pas du tout")
    public Response read(@RestPath String code, byte @Nullable [] content) {
        Territory territory = exchange.territory(code);
        TakeOverFile.Result read = file.read(territory, content == null ? new byte[0] : content, exchange.author());
        return Response.status(read.problems().isEmpty() ? 200 : 422)
                .entity(read)
                .build();
    }
}
